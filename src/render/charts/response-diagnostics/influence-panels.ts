import type { ResponseDiagnostics, ScoreInfluence } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { COLUMN_GAP, type Panel, panelTitle } from "../panels.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Height of a row, and of one among many: just enough for its name. */
const [ROW_HEIGHT, LOW_ROW_HEIGHT] = [18, 13];
/** With more scores than this the rows are low. */
const MOST_HIGH_ROWS = 24;
/** Room of the names of the scores. */
export const NAMES_WIDTH = 100;

/** "day 14: 2", numbered where two scores would have the same name. */
function scoreNames(influence: readonly ScoreInfluence[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const { observation, day, score } of influence) {
    if (names.has(observation)) continue;
    const name = `day ${Math.round(10 * day) / 10}: ${plainText(score)}`.replace("-", "−");
    const same = [...names.values()].filter((other) => other.split(" (")[0] === name).length;
    names.set(observation, same === 0 ? name : `${name} (${same + 1})`);
  }
  return names;
}

/** What a score does to one quantity: of the course in which it does most. */
function rowsOf(
  influence: readonly ScoreInfluence[],
  parameter: string,
  names: ReadonlyMap<number, string>,
): ChartRows {
  const nCourses = new Set(influence.map(({ course }) => course)).size;
  return [...names].map(([observation, name]) => {
    const known = influence.filter((row) => row.observation === observation && row.parameter === parameter);
    const strongest = known
      .filter(({ change }) => change !== null)
      .sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!))[0];
    const change = strongest?.change ?? null;
    const isStrong = Math.abs(strongest?.change ?? 0) > 1;
    const words = nCourses > 1 && isStrong ? `course ${strongest!.course}` : "";
    return {
      name,
      change,
      isStrong,
      label: change === null ? "not known" : words,
      side: change === null || change >= 0 ? "right" : "left",
    };
  });
}

/** Words beyond the ends of bars; no layer where there is nothing to say. */
function labels(
  parameter: string,
  side: "left" | "right",
  rows: ChartRows,
  x: VegaLitePart,
  y: VegaLitePart,
): VegaLitePart[] {
  const values = rows.filter((row) => row.side === side && row.label !== "");
  if (values.length === 0) return [];
  return [
    {
      name: `${parameter}InfluenceLabels${side === "left" ? "Left" : "Right"}`,
      data: { values },
      mark: {
        type: "text",
        align: side === "left" ? "right" : "left",
        baseline: "middle",
        dx: side === "left" ? -7 : 7,
        fontSize: fontSize.note,
        color: color.quiet,
      },
      encoding: { x: { ...x, field: "labelAt" }, y, text: { field: "label", type: "nominal" } },
    },
  ];
}

/** Whole numbers on both sides of 0, at most nine. */
function wholeTicks(limit: number): number[] {
  const step = Math.ceil(Math.floor(limit) / 4);
  const most = Math.floor(limit / step);
  return Array.from({ length: 2 * most + 1 }, (_, i) => step * (i - most));
}

/** One quantity, and where its panel stands. */
interface Quantity {
  parameter: string;
  label: string;
  isFirst: boolean;
}

function panel(
  { parameter, label, isFirst }: Quantity,
  rows: ChartRows,
  limit: number,
  width: number,
): Panel {
  const x = {
    field: "change",
    type: "quantitative",
    title: "Change (sd)",
    scale: { domain: [-limit, limit], nice: false },
    axis: { values: wholeTicks(limit), format: "~f", grid: true },
  };
  const y = {
    field: "name",
    type: "ordinal",
    sort: null,
    title: null,
    axis: isFirst ? { labelLimit: 0, labelOverlap: false, ticks: false } : { labels: false, ticks: false },
  };
  const values = rows.map((row) => ({ ...row, labelAt: row.change ?? 0 }));
  return {
    title: panelTitle(label.split(",")[0]!),
    width,
    height: (rows.length > MOST_HIGH_ROWS ? LOW_ROW_HEIGHT : ROW_HEIGHT) * rows.length,
    data: { values },
    layer: [
      {
        name: `${parameter}InfluenceLimits`,
        data: { values: [{ change: -1 }, { change: 1 }] },
        mark: { type: "rule", color: color.relapse, strokeDash: [6, 4], opacity: 0.6 },
        encoding: { x },
      },
      {
        name: `${parameter}InfluenceBars`,
        transform: [{ filter: "isValid(datum.change)" }],
        mark: { type: "bar", height: 7 },
        encoding: {
          y,
          x,
          x2: { datum: 0 },
          color: {
            condition: { test: "datum.isStrong", value: color.relapse },
            value: color.curve,
          },
        },
      },
      ...labels(parameter, "left", values, x, y),
      ...labels(parameter, "right", values, x, y),
    ],
  };
}

/** How far each score moves each quantity, in posterior standard deviations: a panel for each quantity. */
export function influencePanels({ influence }: ResponseDiagnostics, width: number): Panel[] {
  const quantities = [...new Map(influence.map(({ parameter, label }) => [parameter, label]))];
  const names = scoreNames(influence);
  const changes = influence.map(({ change }) => Math.abs(change ?? 0));
  // Labels stand beyond the ends of bars.
  const limit = Math.ceil(10 * Math.max(1.5, 1.5 * Math.max(0, ...changes))) / 10;
  const own = Math.floor((width - COLUMN_GAP * (quantities.length - 1)) / Math.max(1, quantities.length));
  return quantities.map(([parameter, label], i) => {
    return panel({ parameter, label, isFirst: i === 0 }, rowsOf(influence, parameter, names), limit, own);
  });
}
