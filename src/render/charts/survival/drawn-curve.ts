import type { RelapseResult } from "../../../schema/index.ts";
import { groupOf } from "../../relapse/relapse-name.ts";
import { color } from "../theme.ts";
import { type CurveShape, curveShape } from "./curve-rows.ts";

/** Colors of groups, one after the other. */
const HUES: readonly string[] = [color.curve, color.course, color.rescue, color.relapse, color.ink];

/** One curve of a picture. */
export interface DrawnCurve {
  result: RelapseResult;
  /** The group that it is of; null where it is the only one. */
  group: string | null;
  hue: string;
  /** Behind the names of its layers, each of which needs its own. */
  suffix: string;
  shape: CurveShape;
}

/** The curves of one picture, each in a color of its own. */
export function drawnCurves(results: readonly RelapseResult[], end: number): DrawnCurve[] {
  return results.map((result, i) => ({
    result,
    group: groupOf(result),
    hue: HUES[i % HUES.length]!,
    suffix: i === 0 ? "" : `${i + 1}`,
    shape: curveShape(result, end),
  }));
}
