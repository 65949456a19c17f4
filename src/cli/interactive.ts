import { Option } from "commander";
import type { VegaLiteSpec } from "../render/charts/index.ts";
import type { InteractivePicture } from "../render/interactive/index.ts";
import type { DrawPicture } from "./drawing.ts";
import { UsageError } from "./report-error.ts";

/** `--interactive` as it stands on the command line. */
export interface InteractiveFlags {
  interactive?: boolean;
}

/** `--interactive`: a script in the page, and nothing from elsewhere. */
export const interactiveOption = (): Option =>
  new Option(
    "--interactive",
    "let readers of a page (html, report) point at values and choose a stretch of time; without it no page holds a script",
  );

/** Commands that write pages whatever the format is. */
const WRITES_PAGES: readonly string[] = ["report"];

/**
 * Refuses the flag where no page is written.
 *
 * @throws {UsageError} that names the formats.
 */
export function checkInteractive(
  { interactive, format }: InteractiveFlags & { format: string },
  command: string,
): void {
  if (!interactive || format === "html" || WRITES_PAGES.includes(command)) return;
  throw new UsageError(`--interactive: needs --format html, got ${format}`);
}

/**
 * Draws the pictures of a page, has the page written around them, and makes interactive those that show single values.
 *
 * @param spec The picture at the head of the page; undefined where there is none.
 * @param write Writes the page around that picture, and has the others drawn.
 * @throws {UsageError} when the page shows nothing that can be pointed at.
 */
export async function interactivePage(
  spec: VegaLiteSpec | undefined,
  write: (svg: string, draw: DrawPicture) => string | Promise<string>,
): Promise<string> {
  const { interactiveHtml, interactivePicture } = await import("../render/interactive/index.ts");
  const drawings: Promise<InteractivePicture>[] = [];
  const draw: DrawPicture = (one) => {
    const drawing = interactivePicture(one);
    drawings.push(drawing);
    return drawing.then(({ svg }) => svg);
  };
  const html = await write(spec === undefined ? "" : await draw(spec), draw);
  const drawn = await Promise.all(drawings);
  if (drawn.length === 0) throw new UsageError("--interactive: there is no picture of this, it is a table");
  if (drawn.every(({ spots }) => spots.length === 0))
    throw new UsageError("--interactive: the pictures of this show no single values to point at");
  return interactiveHtml(html, drawn);
}
