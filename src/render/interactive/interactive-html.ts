import { contentPolicy } from "../html/content-policy.ts";
import { inlineSvg } from "../html/page.ts";
import type { InteractivePicture } from "./interactive-picture.ts";
import { INTERACTIVE_SCRIPT } from "./interactive-script.ts";
import { INTERACTIVE_STYLE } from "./interactive-style.ts";

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)/u;
const STYLE = /<style>([\s\S]*?)<\/style>/u;

/** JSON that no browser reads as the end of its block, in whatever name it holds. */
function dataBlock({ spots }: InteractivePicture): string {
  const json = JSON.stringify(spots).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
  return `<script type="application/json" class="spots">${json}</script>`;
}

/**
 * Makes the pictures of a page interactive: every value can be pointed at or stepped through with the keyboard, and where
 * an axis is one of time, a stretch of it can be chosen. The page stays one file that loads nothing; its policy lets one
 * script run, by its digest. Where no script runs, the page is read as it was.
 *
 * @param html A page that this package wrote, such as `responseHtml`'s.
 * @param pictures Those of its pictures that become interactive; others stay as they are.
 * @throws {TypeError} when the page has no content security policy of this package or none of the pictures.
 * @example
 * const picture = await interactivePicture(responseCurveChart(result));
 * const html = interactiveHtml(responseHtml(result, picture.svg), [picture]);
 */
export function interactiveHtml(html: string, pictures: readonly InteractivePicture[]): string {
  const style = STYLE.exec(html)?.[1];
  if (style === undefined || !POLICY.test(html))
    throw new TypeError("Cannot make the page interactive: needs a page of this package, got another");
  let page = html;
  for (const picture of pictures) {
    const svg = inlineSvg(picture.svg);
    if (picture.spots.length > 0) page = page.replace(svg, () => `${svg}\n${dataBlock(picture)}`);
  }
  if (page === html)
    throw new TypeError(
      "Cannot make the page interactive: it holds none of the pictures, or none with values",
    );
  const ownStyle = `${style}${INTERACTIVE_STYLE}`;
  const policy = contentPolicy({ style: ownStyle, scripts: [INTERACTIVE_SCRIPT] });
  return page
    .replace(POLICY, (_, before: string, after: string) => `${before}${policy}${after}`)
    .replace(STYLE, () => `<style>${ownStyle}</style>`)
    .replace("</body>", () => `<script>${INTERACTIVE_SCRIPT}</script>\n</body>`);
}
