import type { LogTerm, RelapseLaw } from "./relapse-model.ts";

/** A law whose derivatives by the shape have no closed form. */
export interface PlainLaw {
  logDensity(y: number): number;
  /** d logDensity / dy */
  densitySlope(y: number): number;
  logSurvival(y: number): number;
  logProbability(from: number, to: number): number;
  quantile(p: number): number;
}

/** On the scale of the logarithm of a shape. */
const STEP = 2e-3;
const OFFSETS = [-STEP, -STEP / 2, STEP / 2, STEP];

/** A derivative from values at −h, −h/2, h/2 and h. */
function richardson([a, b, c, d]: readonly number[]): number {
  return (8 * (c! - b!) - (d! - a!)) / (6 * STEP);
}

/**
 * Derivative of a function of the working shape by central differences with one Richardson step: error of order step⁴.
 *
 * @see Ridders (1982), Adv Eng Softw 4:75–76, with a single extrapolation.
 */
export function shapeDifference(f: (workingShape: number) => number, at: number): number {
  return richardson(OFFSETS.map((offset) => f(at + offset)));
}

/** Adds derivatives by the shape to laws that have none: exact by the place, differences by the shape where they are asked for. */
export function withShapeDifferences(
  lawAt: (workingShape: number) => PlainLaw,
  workingShape: number,
  byShape: boolean,
): RelapseLaw {
  const law = lawAt(workingShape);
  const beside = byShape ? OFFSETS.map((offset) => lawAt(workingShape + offset)) : null;
  const slope = (f: (other: PlainLaw) => number): number => (beside ? richardson(beside.map(f)) : 0);
  const hazard = (y: number, logProbability: number): number => Math.exp(law.logDensity(y) - logProbability);
  return {
    logDensity(y, out: LogTerm) {
      out.value = law.logDensity(y);
      out.byPlace = law.densitySlope(y);
      out.byShape = slope((other) => other.logDensity(y));
    },
    logSurvival(y, out: LogTerm) {
      out.value = law.logSurvival(y);
      out.byPlace = -hazard(y, out.value);
      out.byShape = slope((other) => other.logSurvival(y));
    },
    logProbability(from, to, out) {
      out.value = law.logProbability(from, to);
      out.byFrom = from === -Infinity ? 0 : -hazard(from, out.value);
      out.byTo = hazard(to, out.value);
      out.byShape = slope((other) => other.logProbability(from, to));
    },
    quantile: law.quantile,
  };
}
