import { plainText } from "../../plain-text.ts";
import { type Panel, panelTitle } from "../panels.ts";
import type { TimeAxis } from "../survival/time-axis.ts";
import { truncateToWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import { spanLayers } from "./span-layers.ts";
import type { SpanLine } from "./span-rows.ts";

/** Room for the names of the lines. */
export const LINE_NAMES = 132;

/** Between a name and the plot. */
const NAME_GAP = 14;

/** Height of a line with one bar: less where there are many. */
export function lineHeight(nLines: number): number {
  return nLines <= 14 ? 21 : 15;
}

/** Relapses of several courses below each other on one axis of time. */
export function spanPanel(
  title: string,
  lines: readonly SpanLine[],
  axis: TimeAxis,
  width: number,
  height: number,
): Panel {
  const named = lines.map((line) => ({
    ...line,
    name: truncateToWidth(plainText(line.name), fontSize.label, LINE_NAMES - NAME_GAP),
  }));
  return {
    title: panelTitle(truncateToWidth(title, fontSize.axisTitle, width)),
    width,
    height: height * lines.length,
    layer: spanLayers(named, height, axis),
  };
}
