import type { ResponseResult } from "../../../schema/index.ts";
import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { inDays, inScores } from "./encodings.ts";
import type { CurveFrame } from "./frame.ts";

/** The curve, solid as far as there are scores and dashed beyond, over its band. `fitted` is drawn as it stands. */
export function fittedLayers(result: ResponseResult, frame: CurveFrame): VegaLitePart[] {
  const reached = result.fitted.map(({ time }) => time).filter((time) => time <= frame.lastScoreDay);
  const turn = reached.length > 0 ? Math.max(...reached) : frame.lastScoreDay;
  const within = `datum.time <= ${turn}`;
  const beyond = `datum.time >= ${turn}`;
  const hasBand = "isValid(datum.lower) && isValid(datum.upper)";
  const band = (part: string, filter: string, opacity: number): VegaLitePart => ({
    name: `band${part}`,
    data: { name: "fitted" },
    transform: [{ filter: `${filter} && ${hasBand}` }],
    mark: { type: "area", color: color.band, opacity, line: false },
    encoding: { x: inDays("time"), y: inScores("lower"), y2: { field: "upper" } },
  });
  const line = (part: string, filter: string, dash: number[], opacity: number): VegaLitePart => ({
    name: `curve${part}`,
    data: { name: "fitted" },
    transform: [{ filter }],
    mark: {
      type: "line",
      color: color.curve,
      strokeWidth: 2.5,
      strokeDash: dash,
      opacity,
      strokeJoin: "round",
    },
    encoding: { x: inDays("time"), y: inScores("value") },
  });
  return [
    band("Within", within, 0.26),
    band("Beyond", beyond, 0.13),
    line("Within", within, [1, 0], 1),
    line("Beyond", beyond, [5, 4], 0.8),
  ];
}
