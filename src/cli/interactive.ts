import { Option } from "commander";
import type { VegaLiteSpec } from "../render/charts/index.ts";
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
 * Draws the picture of a page, has the page written around it, and makes it interactive.
 *
 * @param write Writes the page around the picture.
 * @throws {UsageError} when the page shows nothing that can be pointed at.
 */
export async function interactivePage(
  spec: VegaLiteSpec | undefined,
  write: (svg: string) => string | Promise<string>,
): Promise<string> {
  const { interactiveHtml, interactivePicture } = await import("../render/interactive/index.ts");
  if (spec === undefined) throw new UsageError("--interactive: there is no picture of this, it is a table");
  const picture = await interactivePicture(spec);
  const html = await write(picture.svg);
  if (picture.spots.length === 0)
    throw new UsageError("--interactive: the picture of this shows no single values to point at");
  return interactiveHtml(html, [picture]);
}
