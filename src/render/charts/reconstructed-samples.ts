import type { ReconstructedSample, SummaryResult } from "../../schema/index.ts";
import { samplesSentence } from "../summary/samples-section.ts";
import { summaryName } from "../summary/summary-name.ts";
import { summaryNumber, unitOfMany } from "../summary/summary-number.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, EDGE, panelChart } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { plainAxis } from "./summary-layers/plain-axis.ts";
import { textWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Samples drawn at most; a dot, and what stands between two of the same value, in pixels. */
const [MOST_SAMPLES, DOT, STACK, MOST_STACK] = [25, 34, 7, 42];
const [LINE, GAP] = [20, 14];

/** What the marks are, where the mean is reported and where it is not. */
const LEGEND = {
  reported: "Each line is a sample, a dot a patient; the upright line is the reported mean.",
  own: "Each line is a sample, a dot a patient; the short upright lines are the samples’ means.",
} as const;

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

interface DrawnSample {
  sample: ReconstructedSample;
  /** What is told of it; empty for most. */
  caption: string;
}

/** Samples from the least spread to the greatest: both ends, the middle, and others evenly between. */
function drawnSamples(samples: readonly ReconstructedSample[]): DrawnSample[] {
  const sorted = samples.toSorted((a, b) => (a.sd ?? 0) - (b.sd ?? 0));
  const last = sorted.length - 1;
  const count = Math.min(MOST_SAMPLES, sorted.length);
  const ranks = Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.round((i * last) / (count - 1)),
  );
  const middle = ranks[count >> 1];
  const captionOf = (rank: number): string => {
    if (count === 1) return "The only sample";
    if (rank === 0) return "Least spread";
    if (rank === last) return "Greatest spread";
    return rank === middle && count > 2 ? "Middle spread" : "";
  };
  return ranks.map((rank) => ({ sample: sorted[rank]!, caption: captionOf(rank) }));
}

/** How many of the sample's values are equal, at most. */
function tallest({ sample: { values } }: DrawnSample): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values());
}

interface SampleLines {
  dots: { x: number; y: number; hue: string }[];
  means: { x: number; y: number; bottom: number }[];
  texts: { y: number; name: string; sd: string; hue: string }[];
  height: number;
}

function linesOf(drawn: readonly DrawnSample[]): SampleLines {
  const lines: SampleLines = { dots: [], means: [], texts: [], height: 4 };
  for (const one of drawn) {
    const stack = Math.min((tallest(one) - 1) * STACK, MOST_STACK);
    const step = stack / Math.max(1, tallest(one) - 1);
    const height = LINE + stack;
    const base = lines.height + height - 0.5 * LINE;
    const own = one.caption === "" ? color.quiet : color.curve;
    const { values, sd } = one.sample;
    const seen = new Map<number, number>();
    for (const value of values) {
      const place = seen.get(value) ?? 0;
      seen.set(value, place + 1);
      lines.dots.push({ x: value, y: base - place * step, hue: own });
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    lines.means.push({ x: mean, y: base - 8, bottom: base + 8 });
    lines.texts.push({
      y: base,
      name: one.caption,
      sd: sd === null ? "" : `SD ${summaryNumber(sd)}`,
      hue: own,
    });
    lines.height += height;
  }
  return lines;
}

function textLayer(name: string, x: number, rows: ChartRows): VegaLitePart {
  return {
    name,
    data: { values: rows },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label },
    encoding: { x: { value: x }, y: pixels("y"), text: { field: "text", type: "nominal" }, color: hue },
  };
}

const widest = (texts: readonly string[]): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, fontSize.label))));

function samplesPanel({ dots, means, texts, height }: SampleLines, { report }: SummaryResult, width: number) {
  const left = widest(texts.map(({ name }) => name)) + GAP;
  const plot = Math.max(120, width - 2 * EDGE - left - GAP - widest(texts.map(({ sd }) => sd)));
  const { lower = null, upper = null, mean, label = "Value of a patient", unit = "" } = report;
  const kept = [...dots.map(({ x }) => x), lower, upper, mean ?? null].filter((value) => value !== null);
  const axis = plainAxis({ label, unit: unitOfMany(unit) }, [], kept, plot);
  const line = { type: "rule", color: color.relapse };
  const toBottom = { x: axis.x("x"), y: pixels("y"), y2: { field: "bottom" } };
  const cells = (of: "name" | "sd"): ChartRows =>
    texts.map(({ y, hue: own, [of]: text }) => ({ y, hue: own, text }));
  return {
    left,
    panel: {
      width: plot,
      height,
      layer: [
        mean === undefined
          ? { name: "means", data: { values: means }, mark: { ...line, strokeWidth: 2 }, encoding: toBottom }
          : {
              name: "reportedMean",
              data: { values: [{ x: mean, y: 0, bottom: height }] },
              mark: { ...line, strokeWidth: 1.3 },
              encoding: toBottom,
            },
        {
          name: "patients",
          data: { values: dots },
          mark: { type: "point", shape: "circle", filled: true, size: DOT, opacity: 0.9 },
          encoding: { x: axis.x("x"), y: pixels("y"), color: hue },
        },
        textLayer("sampleNames", -left, cells("name")),
        textLayer("spreads", plot + GAP, cells("sd")),
      ],
    },
  };
}

/**
 * Draws samples of patients that fit a report, a line each with a dot per patient, from the least spread to the greatest; a line
 * marks the reported mean, or where there is none each sample's own.
 *
 * @param options Width in pixels.
 * @throws {TypeError} when the report was not reconstructed.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * const report = { n: 5, mean: 73.4, decimals: 1, scores: { lower: 0, upper: 10, step: 1 } };
 * reconstructedSamplesChart(describeSummary(report)).hconcat; // one panel
 */
export function reconstructedSamplesChart(result: SummaryResult, options: ChartOptions = {}): VegaLiteSpec {
  const { reconstruction, report } = result;
  if (reconstruction === null)
    throw new TypeError(
      "Cannot draw samples: needs a report that says which values a patient can have, got one that doesn't",
    );
  const width = chartWidth(options.width);
  const drawn = drawnSamples(reconstruction.samples);
  const { panel, left } = samplesPanel(linesOf(drawn), result, width);
  const shown = drawn.length < reconstruction.nSamples ? ` ${drawn.length} of them are drawn.` : "";
  return panelChart({
    about: { patient: summaryName(report) },
    words: `${samplesSentence(reconstruction, report.scores !== undefined)}${shown} ${LEGEND[report.mean === undefined ? "own" : "reported"]}`,
    width,
    left,
    rows: [[panel]],
  });
}

/** Samples of patients that fit a report. */
export const reconstructedSamples: Chart<SummaryResult> = {
  name: "reconstructed-samples",
  accepts: "summary",
  suits: ({ reconstruction }) => reconstruction !== null,
  spec: reconstructedSamplesChart,
};
