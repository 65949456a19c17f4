import type { TrialResult } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import { scoreTitle } from "../trial-timeline/timeline-axes.ts";
import type { TreatmentStyle } from "../trial-timeline/treatment-style.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { DotPairs } from "./dot-pairs.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

/** Where the two columns of dots stand, as shares of the width. */
const [FIRST, SECOND] = [0.25, 0.75];

const pixels = (field: string): VegaLitePart => ({ field, type: "quantitative", scale: null, axis: null });

/** The means of the two columns. */
function columnsOf({ pairs, loose }: DotPairs): { reference: number[]; treatment: number[] } {
  return {
    reference: [...pairs.map((pair) => pair.reference), ...loose.reference],
    treatment: [...pairs.map((pair) => pair.treatment), ...loose.treatment],
  };
}

/** The axis of the means. */
export function pairAxis(dots: DotPairs): ValueAxis {
  const { reference, treatment } = columnsOf(dots);
  const all = [dots.means.reference, dots.means.treatment].flatMap((mean) => (mean === null ? [] : [mean]));
  return valueAxis([...reference, ...treatment, ...all], [], "Score");
}

/** Means under both treatments, those of one block joined. */
export function pairPanel(
  result: TrialResult,
  pairs: DotPairs,
  [reference, treatment]: readonly [TreatmentStyle, TreatmentStyle],
  { width, height, axis }: { width: number; height: number; axis: ValueAxis },
): Panel {
  const [x, x2] = [FIRST * width, SECOND * width];
  const dots = columnsOf(pairs);
  const { means } = pairs;
  const column = (i: number, style: TreatmentStyle, at: number, values: readonly number[]): VegaLitePart => ({
    name: `dots${i}`,
    data: { values: values.map((value) => ({ x: at, value })) },
    mark: {
      type: "point",
      shape: style.shape,
      size: 55,
      opacity: 1,
      strokeWidth: 1.6,
      stroke: style.hue,
      fill: style.isFilled ? style.hue : color.paper,
    },
    encoding: { x: pixels("x"), y: axis.y("value") },
  });
  const names: ChartRows = [reference, treatment].map(({ name }, i) => ({
    x: i === 0 ? x : x2,
    y: height + 14,
    text: truncateToWidth(plainText(name), fontSize.label, 0.5 * width - 8),
  }));
  const ticks: ChartRows = [means.reference, means.treatment].flatMap((mean, i) =>
    mean === null ? [] : [{ x: i === 0 ? x - 26 : x2 + 14, x2: i === 0 ? x - 14 : x2 + 26, mean }],
  );
  return {
    title: panelTitle(
      scoreTitle(result.improvement, pairs.pairs.length > 0 ? "Mean of each block" : "Mean of each period"),
    ),
    width,
    height,
    layer: [
      {
        name: "pairLines",
        data: { values: pairs.pairs.map((pair) => ({ x, x2, from: pair.reference, to: pair.treatment })) },
        mark: { type: "rule", color: color.quiet, strokeWidth: 1.2, opacity: 0.7 },
        encoding: { x: pixels("x"), x2: { field: "x2" }, y: axis.y("from"), y2: { field: "to" } },
      },
      column(0, reference, x, dots.reference),
      column(1, treatment, x2, dots.treatment),
      {
        name: "treatmentMeans",
        data: { values: ticks },
        mark: { type: "rule", color: color.ink, strokeWidth: 3 },
        encoding: { x: pixels("x"), x2: { field: "x2" }, y: axis.y("mean") },
      },
      {
        name: "columnNames",
        data: { values: names },
        mark: {
          type: "text",
          align: "center",
          baseline: "middle",
          fontSize: fontSize.label,
          color: color.ink,
        },
        encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
