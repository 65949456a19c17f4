import { plainText } from "../../plain-text.ts";
import { EDGE } from "../panels.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import type { ForestLine, ForestTable } from "./forest-rows.ts";

/** Where every column and line of a forest stands, in pixels; x counts from the left end of the plot. */
export interface ForestLayout {
  /** Room left of the plot. */
  left: number;
  plot: number;
  height: number;
  /** Middle of each line. */
  y: number[];
  labels: string[];
  heads: number;
  /** Right ends of the columns of counts. */
  counts: number[];
  /** Left end of the numbers, right end of the weights. */
  numbers: number;
  weights: number;
  /** Where a thin line parts the series from the mean; null where there is none. */
  rule: number | null;
}

const GAP = 14;
const LINE = 22;
/** Of the line with the titles. */
const HEAD = 24;
/** Between the series and the mean. */
const PARTING = 10;
/** Widest name of a series and of a method; least room for what stands left of the plot, and for names by themselves. */
const [WIDEST_NAME, WIDEST_METHOD, LEAST_LEFT, LEAST_NAMES] = [170, 260, 150, 90];
const LEAST_PLOT = 120;
/** How far the first label of the axis may stand out to the left. */
const LABEL = 20;

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, fontSize.label)));

function lineMiddles(lines: readonly ForestLine[]): Pick<ForestLayout, "y" | "height" | "rule"> {
  const nSeries = lines.filter(({ mark }) => mark === "series").length;
  const y = lines.map((_, i) => HEAD + LINE * (i + 0.5) + (i < nSeries ? 0 : PARTING));
  const isParted = nSeries < lines.length;
  return {
    y,
    height: HEAD + LINE * lines.length + (isParted ? PARTING : 0) + 6,
    rule: isParted ? HEAD + LINE * nSeries + 0.5 * PARTING : null,
  };
}

/**
 * Fits names, counts, plot, numbers and weights into a width.
 *
 * @param width Of the whole picture, in pixels.
 */
export function forestLayout({ heads, lines, differences }: ForestTable, width: number): ForestLayout {
  const countWidths = heads.counts.map((head, i) =>
    widest([head, ...lines.map(({ counts }) => counts[i] ?? "")]),
  );
  const allCounts = countWidths.reduce((sum, one) => sum + one + GAP, 0);
  const series = lines.filter(({ mark }) => mark === "series").map(({ label }) => plainText(label));
  const names = Math.min(WIDEST_NAME, widest([heads.label, ...series]));
  const numbers = widest([heads.numbers, ...lines.map((line) => line.numbers)]);
  const weights = widest([heads.weight, ...lines.map(({ weightText }) => weightText)]);
  const right = GAP + numbers + GAP + weights;
  const most = width - 2 * EDGE - right - LEAST_PLOT;
  const methods = lines.filter(({ mark }) => mark !== "series").map(({ label }) => label);
  const wanted =
    Math.max(
      names + allCounts,
      Math.min(WIDEST_METHOD, 1.05 * widest(methods)),
      widest(differences) + LABEL,
    ) + GAP;
  const least = allCounts > 0 ? LEAST_LEFT : LEAST_NAMES;
  const left = Math.ceil(Math.max(least, Math.min(Math.max(wanted, LEAST_LEFT), most)));
  const plot = Math.max(LEAST_PLOT, Math.floor(width - 2 * EDGE - left - right));
  const nameRoom = Math.max(60, left - allCounts - GAP);
  const ends: number[] = [];
  let end = -GAP;
  for (const own of [...countWidths].reverse()) {
    ends.unshift(end);
    end -= own + GAP;
  }
  return {
    left,
    plot,
    ...lineMiddles(lines),
    labels: lines.map(({ mark, label }) =>
      truncateToWidth(plainText(label), fontSize.label, mark === "series" ? nameRoom : left - GAP),
    ),
    heads: 0.5 * HEAD,
    counts: ends,
    numbers: plot + GAP,
    weights: plot + right,
    rule: lineMiddles(lines).rule,
  };
}
