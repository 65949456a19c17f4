import type { PriorAndPosterior, QuantityLearned, QuantityRange } from "../../schema/index.ts";
import { formatPercent, formatRange, formatValue } from "../format-number.ts";
import { learnedInWords, quantityName } from "../text/learned.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, EDGE, type Panel, panelChart } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

const ROW_HEIGHT = 32;
/** Shares of the picture for the names and for the numbers; the bars stand between. */
const [NAMES, NUMBERS] = [0.38, 0.3];

interface Columns {
  names: number;
  bars: number;
  numbers: number;
}

function columnsOf(width: number): Columns {
  const names = Math.round(NAMES * width);
  const numbers = Math.round(NUMBERS * width);
  return { names, numbers, bars: width - names - numbers - 16 };
}

/** The values at the ends of the bars of a row: fractions from 0 to 1, others as far as both ranges go. */
function domainOf({ unit, prior, posterior }: QuantityLearned): [number, number] {
  if (unit === "fraction") return [0, 1];
  const lower = Math.min(prior.lower!, posterior.lower!);
  return [Math.min(lower, 0), Math.max(prior.upper!, posterior.upper!)];
}

function barRow(
  row: QuantityLearned,
  range: QuantityRange,
  bars: number,
): { from: number; to: number; middle: number | null } {
  const [low, high] = domainOf(row);
  const toX = (value: number): number => (bars * (value - low)) / (high - low || 1);
  return {
    from: toX(range.lower!),
    to: toX(range.upper!),
    middle: range.estimate === null ? null : toX(range.estimate),
  };
}

/** What is said of a quantity that is pointed at: its medians and limits. */
function changeInWords({ unit, prior, posterior }: QuantityLearned, name: string): string {
  const [before, after] = [prior, posterior].map(({ estimate, lower, upper }) => {
    const median = formatValue(estimate, unit, upper! - lower!);
    return `median ${median} (${formatRange(lower!, upper!, unit)})`;
  });
  return `${name}: ${before} before the scores, ${after} after them`;
}

function drawnRows({ rows, nCourses }: PriorAndPosterior, { bars, names, numbers }: Columns): ChartRows {
  return rows.flatMap((row, i) => {
    const top = i * ROW_HEIGHT;
    const source = learnedInWords(row);
    const name = quantityName(row, nCourses);
    const shared = { name: truncateToWidth(name, fontSize.label, names - 10), source };
    const after = formatRange(row.posterior.lower!, row.posterior.upper!, row.unit);
    const long = `${after}, ${source}`;
    const isShort = source === "" || textWidth(long, fontSize.small) > numbers;
    return [
      {
        ...shared,
        when: "before",
        y: top + 9,
        nameY: top + 15,
        numbers: formatRange(row.prior.lower!, row.prior.upper!, row.unit),
        ...barRow(row, row.prior, bars),
      },
      {
        ...shared,
        when: "after",
        y: top + 21,
        nameY: top + 15,
        numbers: isShort ? after : long,
        said: changeInWords(row, name),
        ...barRow(row, row.posterior, bars),
      },
    ];
  });
}

function bar(when: "before" | "after"): VegaLitePart[] {
  const isBefore = when === "before";
  const filter = [{ filter: `datum.when === "${when}"` }];
  return [
    {
      name: `${when}Bars`,
      transform: filter,
      mark: {
        type: "rule",
        strokeWidth: 8,
        color: isBefore ? color.rule : color.curve,
        opacity: isBefore ? 0.6 : 1,
      },
      encoding: { x: pixels("from"), x2: { field: "to" }, y: pixels("y") },
    },
    {
      name: `${when}Medians`,
      transform: [...filter, { filter: "isValid(datum.middle)" }],
      mark: {
        type: "tick",
        orient: "vertical",
        thickness: 2.5,
        size: 12,
        color: isBefore ? color.quiet : color.ink,
        opacity: 1,
      },
      encoding: { x: pixels("middle"), y: pixels("y") },
    },
    {
      name: `${when}Numbers`,
      transform: filter,
      mark: {
        type: "text",
        align: "left",
        baseline: "middle",
        fontSize: fontSize.small,
        color: isBefore ? color.quiet : color.curve,
      },
      encoding: {
        x: pixels("textX"),
        y: pixels("y"),
        text: { field: "numbers", type: "nominal" },
      },
    },
  ];
}

function barsPanel(learned: PriorAndPosterior, columns: Columns): Panel {
  const rows = drawnRows(learned, columns).map((row) => ({ ...row, textX: columns.bars + 14, nameX: -10 }));
  return {
    width: columns.bars,
    height: ROW_HEIGHT * learned.rows.length,
    data: { values: rows },
    layer: [
      {
        name: "quantityNames",
        transform: [{ filter: "datum.when === 'after'" }],
        mark: {
          type: "text",
          align: "right",
          baseline: "middle",
          fontSize: fontSize.label,
          color: color.ink,
        },
        encoding: { x: pixels("nameX"), y: pixels("nameY"), text: { field: "name", type: "nominal" } },
      },
      ...bar("before"),
      ...bar("after"),
    ],
  };
}

/**
 * Draws what was taken for likely before the scores beside what is known with them: a bar from limit to limit and a tick at
 * the median for each, on a scale of its own for every quantity, from 0 to 100 % for fractions.
 *
 * @param options Width in pixels; the height follows from the number of quantities.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * priorAndPosteriorChart(priorAndPosterior(posteriorResult, priorResult)).hconcat; // one panel
 */
export function priorAndPosteriorChart(learned: PriorAndPosterior, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const columns = columnsOf(width - 2 * EDGE);
  const words = `Before (pale) and after (dark) ${learned.nObservations} scores: medians and ${formatPercent(learned.level)} intervals, with the share that comes from the scores.`;
  return panelChart({
    about: learned,
    words,
    width,
    left: columns.names,
    below: 6,
    rows: [[barsPanel(learned, columns)]],
  });
}

/** What was taken for likely beside what is known. */
export const priorPosterior: Chart<PriorAndPosterior> = {
  name: "prior-and-posterior",
  accepts: "prior-and-posterior",
  spec: priorAndPosteriorChart,
};
