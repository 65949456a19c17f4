import type { ResponseResult } from "../../../schema/index.ts";
import { higherIsBetter } from "../../relapse-rule.ts";
import { scoreAxisTitle } from "../chart-name.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { CurveFrame } from "./frame.ts";
import { dayAxis, scoreTicks } from "./ticks.ts";

function dayTitle({ origin, courses }: ResponseResult): string {
  if (origin !== null) return `Day (day 0 is ${origin})`;
  const first = courses.length > 0 ? Math.min(...courses.map(({ day }) => day)) : null;
  return first === 0 ? "Days since first course" : "Day";
}

function scoreTitle(result: ResponseResult): string {
  const unnamed = higherIsBetter(result) ? "Score" : "Pain score";
  return scoreAxisTitle(result.outcome, result.scale, unnamed);
}

/** The two corners of the plot, which carry the axes of all layers. */
export function cornerRows({ days, scores }: CurveFrame): ChartRows {
  return [
    { day: days[0], score: scores[0] },
    { day: days[1], score: scores[1] },
  ];
}

/** Axes with their units. The scale of scores stops above the rows of relapse days. */
export function axesLayer(result: ResponseResult, frame: CurveFrame): VegaLitePart {
  const { days, scores, width, panelHeight } = frame;
  const { minimum, maximum } = result.scale;
  return {
    name: "axes",
    data: { name: "corners" },
    mark: { type: "point", opacity: 0, size: 1 },
    encoding: {
      x: {
        field: "day",
        type: "quantitative",
        title: dayTitle(result),
        scale: { domain: [...days], nice: false, zero: false },
        axis: dayAxis(days, width),
      },
      y: {
        field: "score",
        type: "quantitative",
        title: scoreTitle(result),
        scale: { domain: [...scores], range: [panelHeight, 0], nice: false, zero: false, clamp: true },
        axis: { values: scoreTicks(minimum, maximum), format: "~f", ticks: false, grid: true },
      },
    },
  };
}
