import type { TrialResult } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import { scoreTitle } from "../trial-timeline/timeline-axes.ts";
import type { TreatmentStyle } from "../trial-timeline/treatment-style.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { columnNames, pixels } from "./column-names.ts";
import type { DotPairs } from "./dot-pairs.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

/** Where the two columns of dots stand, as shares of the width. */
const [FIRST, SECOND] = [0.25, 0.75];

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

/** One column of dots in the style of its treatment. */
function dotColumn(
  name: string,
  { shape, hue, isFilled }: TreatmentStyle,
  rows: ChartRows,
  axis: ValueAxis,
): VegaLitePart {
  return {
    name,
    data: { values: rows },
    mark: {
      type: "point",
      shape,
      size: 55,
      opacity: 1,
      strokeWidth: 1.6,
      stroke: hue,
      fill: isFilled ? hue : color.paper,
    },
    encoding: { x: pixels("x"), y: axis.y("value") },
  };
}

/** Lines from one dot of a block to the other. */
function pairLines({ pairs }: DotPairs, [x, x2]: readonly [number, number], axis: ValueAxis): VegaLitePart {
  return {
    name: "pairLines",
    data: { values: pairs.map((pair) => ({ x, x2, from: pair.reference, to: pair.treatment })) },
    mark: { type: "rule", color: color.quiet, strokeWidth: 1.2, opacity: 0.7 },
    encoding: { x: pixels("x"), x2: { field: "x2" }, y: axis.y("from"), y2: { field: "to" } },
  };
}

/** Beside each column the mean of all its scores. */
function meanTicks({ means }: DotPairs, [x, x2]: readonly [number, number], axis: ValueAxis): VegaLitePart {
  const ticks: ChartRows = [means.reference, means.treatment].flatMap((mean, i) =>
    mean === null ? [] : [{ x: i === 0 ? x - 26 : x2 + 14, x2: i === 0 ? x - 14 : x2 + 26, mean }],
  );
  return {
    name: "treatmentMeans",
    data: { values: ticks },
    mark: { type: "rule", color: color.ink, strokeWidth: 3 },
    encoding: { x: pixels("x"), x2: { field: "x2" }, y: axis.y("mean") },
  };
}

/** Means under both treatments, those of one block joined. */
export function pairPanel(
  result: TrialResult,
  dots: DotPairs,
  styles: readonly [TreatmentStyle, TreatmentStyle],
  { width, height, axis }: { width: number; height: number; axis: ValueAxis },
): Panel {
  const places = [FIRST * width, SECOND * width] as const;
  const columns = columnsOf(dots);
  const rows = (values: readonly number[], x: number): ChartRows => values.map((value) => ({ x, value }));
  const names = styles.map(({ name }, i) => ({
    x: places[i]!,
    text: truncateToWidth(plainText(name), fontSize.label, 0.5 * width - 8),
  }));
  return {
    title: panelTitle(
      scoreTitle(result.improvement, dots.pairs.length > 0 ? "Mean of each block" : "Mean of each period"),
    ),
    width,
    height,
    layer: [
      pairLines(dots, places, axis),
      dotColumn("dots0", styles[0], rows(columns.reference, places[0]), axis),
      dotColumn("dots1", styles[1], rows(columns.treatment, places[1]), axis),
      meanTicks(dots, places, axis),
      columnNames("columnNames", names, height),
    ],
  };
}
