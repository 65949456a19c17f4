import type { ProportionResult, ProportionRow } from "../../schema/index.ts";
import { formatInterval } from "../format-number.ts";
import { countsInWords, proportionAnswer } from "../proportion/proportion-answer.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, EDGE, panelChart } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { textWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Height of a line, and room between the plot and the texts beside it. */
const [LINE, GAP] = [20, 12];

const y: VegaLitePart = pixels("y");
const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

function x(field: string): VegaLitePart {
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, 1], nice: false },
    axis: {
      title: "Proportion of patients",
      values: [0, 0.2, 0.4, 0.6, 0.8, 1],
      labelExpr: "format(100 * datum.value, '~g') + ' %'",
      grid: true,
      labelFlush: false,
    },
  };
}

interface Line {
  y: number;
  hue: string;
  label: string;
  interval: string;
  from: number | null;
  to: number | null;
}

function linesOf(intervals: readonly ProportionRow[]): Line[] {
  return intervals.map(({ label, row }, i) => ({
    y: LINE * (i + 0.5),
    hue: i === 0 ? color.curve : color.ink,
    label,
    interval: row.lower === null && row.upper === null ? "no limits" : formatInterval(row),
    from: row.lower,
    to: row.upper,
  }));
}

function textLayer(name: string, at: number, field: string, rows: readonly Line[]): VegaLitePart {
  const values: ChartRows = rows.map(({ y: height, hue: own, label, interval }) => ({
    y: height,
    hue: own,
    label,
    interval,
  }));
  return {
    name,
    data: { values },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label },
    encoding: { x: { value: at }, y, text: { field, type: "nominal" }, color: hue },
  };
}

/** Intervals from a value to the same one, which a line would not show. */
function withoutWidth(rows: ChartRows): VegaLitePart[] {
  const values = rows.filter(({ from, to }) => from === to);
  if (values.length === 0) return [];
  return [
    {
      name: "withoutWidth",
      data: { values },
      mark: { type: "point", shape: "diamond", filled: true, size: 40, opacity: 1 },
      encoding: { x: x("from"), y, color: hue },
    },
  ];
}

const widest = (texts: readonly string[]): number =>
  Math.ceil(Math.max(...texts.map((text) => textWidth(text, fontSize.label))));

/**
 * Draws the interval of one proportion by every method as a strip of lines, the chosen one first.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * proportionChart(describeProportion(18, 22)).description; // the answer
 */
export function proportionChart(result: ProportionResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const lines = linesOf(result.intervals);
  const left = widest(lines.map(({ label }) => label)) + GAP;
  const plot = Math.max(100, width - 2 * EDGE - left - GAP - widest(lines.map(({ interval }) => interval)));
  const height = LINE * lines.length;
  const drawn: ChartRows = lines
    .filter(({ from, to }) => from !== null && to !== null)
    .map(({ label: _, interval: __, ...line }) => line);
  const estimate = result.events / result.n;
  return panelChart({
    about: { patient: `${countsInWords(result)} patients` },
    words: proportionAnswer(result),
    width,
    left,
    rows: [
      [
        {
          width: plot,
          height,
          layer: [
            {
              name: "proportion",
              data: { values: [{ estimate, top: 0, bottom: height }] },
              mark: { type: "rule", color: color.curve, strokeDash: [2, 3] },
              encoding: { x: x("estimate"), y: { ...y, field: "top" }, y2: { field: "bottom" } },
            },
            {
              name: "intervals",
              data: { values: drawn },
              mark: { type: "rule", strokeWidth: 3, strokeCap: "butt" },
              encoding: { x: x("from"), x2: { field: "to" }, y, color: hue },
            },
            ...withoutWidth(drawn),
            textLayer("methodNames", -left, "label", lines),
            textLayer("intervalTexts", plot + GAP, "interval", lines),
          ],
        },
      ],
    ],
  });
}

/** One proportion by every method. */
export const proportion: Chart<ProportionResult> = {
  name: "proportion",
  accepts: "proportion",
  spec: proportionChart,
};
