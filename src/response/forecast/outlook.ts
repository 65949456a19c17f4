import type { RelapseRule } from "../../schema/response-result.ts";
import { expectedScore } from "../likelihood/curve-likelihood.ts";
import { thresholdOf } from "../quantities/course-quantities.ts";
import type { ResponseModel } from "../response-model.ts";
import type { WorkingParameters } from "../working-parameters.ts";
import { type SignChange, signChanges } from "./sign-changes.ts";

/**
 * How a curve goes on: the day on which its relief falls to the threshold, or that it is above it to the end (`holds`),
 * has fallen to it before (`alreadyCrossed`), or has not risen to it and does not (`neverReached`).
 */
export type Outlook = number | "holds" | "alreadyCrossed" | "neverReached";

/** The curve of all courses together, and what is asked of it. */
export interface OutlookQuestion {
  model: ResponseModel;
  parameters: WorkingParameters;
  /** First day of each course. */
  days: readonly number[];
  floor: number;
  relapseAt: RelapseRule;
  /** Day after which the relief is to fall. */
  from: number;
  /** Last day that is looked at. */
  until: number;
  /** Which fall counts, where there are several: another course may lift the relief again. */
  which: "first" | "last";
}

/** Compiles the outlook of a curve as a function of the working parameters. */
export function outlookReader(question: OutlookQuestion): (theta: ArrayLike<number>) => Outlook {
  const { model, parameters, days, floor, relapseAt, from, until } = question;
  const curve = expectedScore(model, parameters, floor);
  const nodes = lookedAt(days, Math.min(from, ...days), until);
  const elapsed = new Float64Array(days.length);
  return (theta) => {
    curve.set(theta);
    const above = (day: number): number => {
      for (let j = 0; j < elapsed.length; j++) elapsed[j] = day - days[j]!;
      const height = curve.untreated(elapsed, 0) - floor;
      const threshold = thresholdOf(relapseAt, height, floor).relief;
      return 1 - (curve.at(elapsed, 0) - floor) / height - threshold;
    };
    const startsAbove = above(nodes[0]!) >= 0;
    return outlookOf(signChanges(above, nodes), startsAbove, question);
  };
}

function outlookOf(
  changes: readonly SignChange[],
  startsAbove: boolean,
  { from, which }: Pick<OutlookQuestion, "from" | "which">,
): Outlook {
  const endsAbove = changes.at(-1)?.rises ?? startsAbove;
  const falls = changes.filter(({ day, rises }) => !rises && day > from);
  if (which === "last" && endsAbove) return "holds";
  const fall = which === "first" ? falls[0] : falls.at(-1);
  if (fall) return fall.day;
  if (endsAbove) return "holds";
  return startsAbove || changes.some(({ rises }) => rises) ? "alreadyCrossed" : "neverReached";
}

const FIRST_STEP = 0.5;
const GROWTH = 1.35;
const LONGEST_STEP = 15;

/** Days between which relief turns once at most: close together after each course, 15 apart at most. */
function lookedAt(days: readonly number[], from: number, until: number): number[] {
  const starts = [...new Set([from, ...days.filter((day) => day < until)])].sort((a, b) => a - b);
  const nodes = starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? until;
    const own: number[] = [];
    const stepAfter = (days: number): number =>
      Math.min(LONGEST_STEP, Math.max(FIRST_STEP, (GROWTH - 1) * days));
    for (let after = 0; start + after < end; after += stepAfter(after)) own.push(start + after);
    return own;
  });
  return [...nodes, until];
}
