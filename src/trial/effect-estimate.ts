import { EstimationError } from "../errors.ts";
import type { Bound, Estimate } from "../schema/estimate.ts";
import { comparedScores, withoutEffect } from "./compared-scores.ts";
import type { ComparedTreatments } from "./compared-treatments.ts";
import type { ObservedTrial } from "./observed-trial.ts";
import type { RandomizationSettings } from "./randomization-options.ts";
import { countExtreme, randomizationValues } from "./randomization-values.ts";
import { type ReferenceSet, referenceSet } from "./reference-set.ts";
import { type ShiftLimits, type ShiftTails, searchedShiftLimits, shiftEstimate } from "./shift-interval.ts";
import type { TrialShift } from "./shifts/trial-shift.ts";
import type { TrialDesign } from "./trial-design.ts";

/** Assignments drawn for a search for limits, which goes through them at each step. */
const SEARCHED = 9_999;

/** Largest number of assignments that a search for limits goes through without drawing from them. */
export const MOST_SEARCHED: number = 2 * SEARCHED;

/** Shares cut off by the interval that belongs to a test of these sides. */
export function tailsOf({ sides, improvement, level }: RandomizationSettings): ShiftTails {
  const alpha = 1 - level;
  if (sides === 2) return { lower: alpha / 2, upper: alpha / 2 };
  return improvement === "increase" ? { lower: alpha, upper: 0 } : { lower: 0, upper: alpha };
}

function boundOf({ lower, upper }: ShiftLimits): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

/** The row of an effect, from coordinates. */
export function effectRow(
  shift: TrialShift,
  { treatment, reference }: ComparedTreatments,
  level: number,
  estimate: number | null,
  limits: ShiftLimits,
  method: string,
): Estimate {
  const natural = (x: number | null): number | null => (x === null ? null : shift.fromCoordinate(x));
  return {
    parameter: shift.parameter,
    label: shift.label(treatment, reference),
    unit: shift.unit,
    estimate: natural(estimate),
    standardError: null,
    lower: natural(limits.lower),
    upper: natural(limits.upper),
    level,
    method,
    bound: boundOf(limits),
  };
}

/** A statistic's value and its randomization values with an effect removed. */
function shiftedTest(
  { assignment, parts }: ObservedTrial,
  compared: ComparedTreatments,
  { statistic }: RandomizationSettings,
  shift: TrialShift,
) {
  return (x: number) =>
    comparedScores(
      statistic,
      parts,
      compared,
      withoutEffect(assignment, compared.treatmentNumber, (score) => shift.remove(score, x)),
    );
}

/** All assignments where there are few, else a sample that a search can go through again and again. */
function searchedSet(design: TrialDesign, actual: Uint8Array, { seed }: RandomizationSettings): ReferenceSet {
  const set = referenceSet(design.space, actual, { most: MOST_SEARCHED, draws: SEARCHED, seed });
  const kept = Array.from(set.each(), (assignment) => assignment.slice());
  return { ...set, each: () => kept };
}

/**
 * Estimates an effect by inverting a randomization test through search, for statistics without breakpoints.
 *
 * The estimate leaves the statistic at its null value once it is removed. With more than 19,998 assignments the limits come
 * from 9,999 of them and the actual one.
 *
 * @throws {EstimationError} `not-identifiable` where the scores don't allow this kind of effect.
 */
export function searchedEffect(
  design: TrialDesign,
  observed: ObservedTrial,
  compared: ComparedTreatments,
  settings: RandomizationSettings,
  shift: TrialShift,
): Estimate {
  const scores = Float64Array.from(observed.parts.flatMap((part) => Array.from(part.scores)));
  const problem = shift.problem(scores);
  if (problem)
    throw new EstimationError("not-identifiable", `Cannot invert for a ${shift.name} effect: ${problem}`);
  const shifted = shiftedTest(observed, compared, settings, shift);
  const { nullValue, label } = settings.statistic;
  const step = shift.step(scores);
  const estimate = shiftEstimate((x) => shifted(x)(observed.assignment) - nullValue, step);
  const set = searchedSet(design, observed.assignment, settings);
  const counts = (x: number): { above: number; below: number } => {
    const evaluate = shifted(x);
    const found = randomizationValues(set, evaluate, label);
    const own = evaluate(observed.assignment);
    return {
      above: countExtreme(found, own, nullValue, 1),
      below: countExtreme(found, own, nullValue, -1),
    };
  };
  const limits =
    estimate === null
      ? { lower: null, upper: null }
      : searchedShiftLimits(counts, set.size, estimate, step, tailsOf(settings));
  const method = `inverted randomization test (${set.method})`;
  return effectRow(shift, compared, settings.level, estimate, limits, method);
}
