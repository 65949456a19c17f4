import type { BestScoreDay, NextScoreResult } from "../../../schema/index.ts";
import { formatDay, formatValue } from "../../format-number.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { dayAxis } from "./outlook-panel.ts";

const HEIGHT = 130;

/** Below this share no day is worth marking. */
const WORTHWHILE = 0.05;

/** The day on which one more score would tell most; null where none would tell much. */
export function worthwhileDay({ best }: NextScoreResult): BestScoreDay | null {
  return best && best.relativeReduction >= WORTHWHILE ? best : null;
}

/** The day that would tell most, and the days nearly as good. */
function bestLayers(
  best: BestScoreDay | null,
  day: VegaLitePart,
  y: VegaLitePart,
  middle: number,
): VegaLitePart[] {
  if (!best) return [];
  const words = `day ${formatDay(best.day)}: ${formatValue(best.expectedSd, "day")} left`;
  return [
    {
      name: "narrowingNearly",
      data: { values: [{ from: best.from, to: best.to }] },
      mark: { type: "rect", color: color.course, opacity: 0.1, clip: true },
      encoding: { x: { ...day, field: "from" }, x2: { field: "to" } },
    },
    {
      name: "narrowingBest",
      data: { values: [best] },
      mark: {
        type: "point",
        shape: "diamond",
        filled: true,
        opacity: 1,
        size: 95,
        color: color.course,
        stroke: color.paper,
        strokeWidth: 1.25,
      },
      encoding: { x: { ...day, field: "day" }, y },
    },
    {
      name: "narrowingBestLabel",
      data: { values: [{ ...best, words }] },
      mark: {
        type: "text",
        align: best.day > middle ? "right" : "left",
        dx: best.day > middle ? -8 : 8,
        dy: 13,
        color: color.course,
        fontSize: fontSize.small,
      },
      encoding: { x: { ...day, field: "day" }, y, text: { field: "words", type: "nominal" } },
    },
  ];
}

/** What one more score on each day would leave of the standard deviation of the relapse day, beside what it is now. */
export function narrowingPanel(
  score: NextScoreResult,
  days: readonly [number, number],
  width: number,
): Panel {
  const now = score.estimates[0]?.standardError ?? null;
  const rows = score.curve.filter(({ day }) => day >= days[0] && day <= days[1]);
  const most = Math.max(now ?? 0, ...rows.map(({ expectedSd }) => expectedSd));
  const day = dayAxis(days, width, "Day of one more score");
  const y = {
    field: "expectedSd",
    type: "quantitative",
    title: "SD (days)",
    scale: { domain: [0, 1.2 * most], nice: false, zero: true },
    axis: { tickCount: 4, format: "~f", ticks: false, grid: true },
  };
  const known =
    now === null ? [] : [{ expectedSd: now, day: days[0], words: `now ${formatValue(now, "day")}` }];
  return {
    title: panelTitle("What one more score would leave of the relapse day’s standard deviation"),
    width,
    height: HEIGHT,
    layer: [
      {
        name: "narrowingNow",
        data: { values: known },
        mark: { type: "rule", color: color.quiet, strokeDash: [6, 4] },
        encoding: { y },
      },
      {
        name: "narrowingNowLabel",
        data: { values: known },
        mark: { type: "text", align: "left", dx: 4, dy: -8, color: color.quiet, fontSize: fontSize.small },
        encoding: { x: { ...day, field: "day" }, y, text: { field: "words", type: "nominal" } },
      },
      {
        name: "narrowingCurve",
        data: { values: rows },
        mark: { type: "line", color: color.curve, strokeWidth: 2 },
        encoding: { x: { ...day, field: "day" }, y },
      },
      ...bestLayers(worthwhileDay(score), day, y, 0.5 * (days[0] + days[1])),
    ],
  };
}
