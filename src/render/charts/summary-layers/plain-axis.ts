import type { NaturalScale } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { type ForestAxis, forestAxis, type Span } from "../forest/forest-axis.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";

/** How much wider than its axis a title may be: there is a column on either side. */
const BESIDE = 60;

/**
 * A linear axis that holds values and intervals.
 *
 * @param spans Intervals, which may be cut.
 * @param kept Values that the axis must hold.
 * @param width Of the plot, in pixels.
 */
export function plainAxis(
  { label, unit }: Pick<NaturalScale, "label" | "unit">,
  spans: readonly Span[],
  kept: readonly number[],
  width: number,
): ForestAxis {
  const room = width + BESIDE - textWidth(unit === "" ? "" : ` (${unit})`, fontSize.axisTitle);
  const points = kept.map((estimate): Span => ({ estimate, lower: null, upper: null }));
  const shown = truncateToWidth(plainText(label), fontSize.axisTitle, room);
  return forestAxis({ label: shown, unit, axis: "linear", noEffect: null }, spans, points, width);
}
