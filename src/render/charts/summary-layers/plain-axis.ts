import type { NaturalScale } from "../../../schema/index.ts";
import { plainText, truncateText } from "../../plain-text.ts";
import { type ForestAxis, forestAxis, type Span } from "../forest/forest-axis.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/**
 * A linear axis that holds values and intervals, its labels written out: 50 and not 5e+1.
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
  const points = kept.map((estimate): Span => ({ estimate, lower: null, upper: null }));
  const axis = forestAxis(
    { label: truncateText(plainText(label), 48), unit, axis: "linear", noEffect: null },
    spans,
    points,
    width,
  );
  return {
    ...axis,
    x: (field) => {
      const encoding = axis.x(field);
      const drawn = encoding.axis as VegaLitePart;
      return { ...encoding, axis: { labelExpr: "format(datum.value, '~r')", ...drawn } };
    },
  };
}
