import { escapeHtml } from "../escape-html.ts";
import { inlineSvg } from "./page.ts";

/** A picture with the words below it. */
export interface Picture {
  svg: string;
  caption: string;
}

/** Pixels of a picture that the words of most are sized for. */
const USUAL_WIDTH = 720;

/** Whether a picture is wider than most, so that its words shrink more on a narrow screen. */
function isLarge(svg: string): boolean {
  return Number(/^<svg\b[^>]*? width="([\d.]+)"/u.exec(svg)?.[1] ?? 0) > USUAL_WIDTH;
}

/**
 * A picture as it stands in a page. Where the screen is too narrow for its words to be read, it keeps its size and is
 * scrolled sideways: with the finger, or with the arrow keys once Tab has come to it.
 *
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function figure({ svg, caption }: Picture): string {
  const picture = inlineSvg(svg);
  return `<figure>
<div class="picture${isLarge(picture) ? " large" : ""}" role="group" tabindex="0" aria-label="Picture, which scrolls sideways on a narrow screen">
${picture}
</div>
<figcaption>${escapeHtml(caption)}</figcaption>
</figure>`;
}
