import type { ResponseResult } from "../../../schema/index.ts";
import { describeRelapseRule, higherIsBetter, relapseThreshold } from "../../relapse-rule.ts";
import { pixels } from "../pixels.ts";
import { wrapText } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { inScores, textOf } from "./encodings.ts";
import { type CurveFrame, MARGIN } from "./frame.ts";

/** Where a threshold begins and ends, in pixels. */
interface Stretch {
  score: number | null;
  from: number;
  to: number;
}

/** The threshold across the plot, or from course to course where each has its own baseline. */
function stretches(result: ResponseResult, { width, toX }: CurveFrame): Stretch[] {
  const score = relapseThreshold(result);
  if (score !== null) return [{ score, from: 0, to: width }];
  return result.courses.map(({ course, day }, j) => ({
    score: relapseThreshold(result, course),
    from: j === 0 ? 0 : toX(day),
    to: j + 1 < result.courses.length ? toX(result.courses[j + 1]!.day) : width,
  }));
}

/** The relapse threshold with its words beside the last; no row where it lies outside the plot or is not known. */
export function thresholdRows(result: ResponseResult, frame: CurveFrame): ChartRows {
  const words = `Relapse: ${describeRelapseRule(result.relapseAt, higherIsBetter(result))}`;
  const label = wrapText(words, fontSize.small, MARGIN.right - 18).join("\n");
  const [lowest, highest] = frame.scores;
  return stretches(result, frame)
    .filter(({ score }) => score !== null && score >= lowest && score <= highest)
    .map((stretch) => ({ ...stretch, label: stretch.to === frame.width ? label : "" }));
}

/** Dashed lines, named in the margin. */
export function thresholdLayers(frame: CurveFrame): VegaLitePart[] {
  return [
    {
      name: "thresholdRule",
      data: { name: "threshold" },
      mark: { type: "rule", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25 },
      encoding: { y: inScores("score"), x: pixels("from"), x2: { field: "to" } },
    },
    {
      name: "thresholdLabel",
      data: { name: "threshold" },
      mark: {
        type: "text",
        align: "left",
        baseline: "line-top",
        dx: 10,
        dy: -7,
        color: color.relapse,
        fontSize: fontSize.small,
        lineBreak: "\n",
        lineHeight: 14,
      },
      encoding: { y: inScores("score"), x: { value: frame.width }, text: textOf("label") },
    },
  ];
}
