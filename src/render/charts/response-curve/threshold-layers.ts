import type { ResponseResult } from "../../../schema/index.ts";
import { describeRelapseRule, higherIsBetter, relapseThreshold } from "../../relapse-rule.ts";
import { wrapText } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { inScores, textOf } from "./encodings.ts";
import { type CurveFrame, MARGIN } from "./frame.ts";

/** The relapse threshold with its words; no row where it lies outside the plot or is not known. */
export function thresholdRows(result: ResponseResult, { scores }: CurveFrame): ChartRows {
  const score = relapseThreshold(result);
  if (score === null || score < scores[0] || score > scores[1]) return [];
  const words = `Relapse: ${describeRelapseRule(result.relapseAt, higherIsBetter(result))}`;
  return [{ score, label: wrapText(words, fontSize.small, MARGIN.right - 18).join("\n") }];
}

/** A dashed line across the plot, named in the margin. */
export function thresholdLayers(frame: CurveFrame): VegaLitePart[] {
  return [
    {
      name: "thresholdRule",
      data: { name: "threshold" },
      mark: { type: "rule", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25 },
      encoding: { y: inScores("score"), x: { value: 0 }, x2: { value: frame.width } },
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
