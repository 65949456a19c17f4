import { EstimationError } from "../../errors.ts";
import { numericalGradient } from "../../math/derivatives/central-differences.ts";
import { zeros } from "../../math/linear/matrix.ts";
import { minimizeBfgs } from "../../math/optimize/minimize-bfgs.ts";
import { effectCovarianceRows, effectFactor } from "./effect-covariance.ts";
import { type ErrorCorrelation, independentErrors } from "./error-correlation.ts";
import { type LinearGroup, type LinearMixedFit, linearMixedStep } from "./linear-mixed-step.ts";
import {
  curveSlopes,
  type MixedCurveFit,
  type MixedCurveMethod,
  type MixedCurveProblem,
} from "./mixed-curve.ts";
import { type HeldSpread, type MixedState, penalizedLeastSquares } from "./penalized-least-squares.ts";
import { startingScales } from "./starting-scales.ts";

/** Options of `lindstromBates`. */
export interface LindstromBatesOptions {
  /** Restricted likelihood of the linearised model; default false. */
  restricted?: boolean;
  /** How errors within a group hang together; default `independentErrors`. */
  // biome-ignore lint/suspicious/noExplicitAny: a method doesn't know what x is.
  errors?: ErrorCorrelation<any>;
}

const MOST_ROUNDS = 200;
/** Change of a parameter, in standard errors, that need not be sought any more. */
const CLOSE = 1e-6;

/** The curve of one group, linear around the present parameters. */
function linearize<X>(
  { curve, groups, random }: MixedCurveProblem<X>,
  { fixed, effects }: MixedState,
): Omit<LinearGroup, "errors">[] {
  const p = fixed.length;
  const q = random.length;
  const slopes = curveSlopes(curve);
  const out = new Float64Array(p);
  return groups.map(({ x, y }, g) => {
    const own = fixed.slice();
    random.forEach((k, j) => {
      own[k]! += effects[g]![j]!;
    });
    const n = y.length;
    const group = { w: new Float64Array(n), fixed: zeros(n, p), random: zeros(n, q) };
    for (let i = 0; i < n; i++) {
      slopes(x[i]!, own, out);
      group.fixed.values.set(out, i * p);
      group.w[i] = y[i]! - curve.value(x[i]!, own);
      for (let k = 0; k < p; k++) group.w[i]! += out[k]! * fixed[k]!;
      random.forEach((k, j) => {
        group.random.values[i * q + j] = out[k]!;
        group.w[i]! += out[k]! * effects[g]![j]!;
      });
    }
    return group;
  });
}

/** Reads the working spreads: entries of the effects' relative factor, then the error correlation's parameters. */
function spreadReader<X>(
  { groups, covariance, random }: MixedCurveProblem<X>,
  units: readonly number[],
  errors: ErrorCorrelation<X>,
): (values: Float64Array) => HeldSpread {
  const q = random.length;
  const nEntries = covariance.entries(q).length;
  return (values) => {
    const factor = effectFactor(covariance, q, values);
    for (let i = 0; i < q * q; i++) factor.values[i]! *= units[random[Math.floor(i / q)]!]!;
    const own = values.subarray(nEntries);
    return { factor, errors: groups.map(({ x }) => errors.matrix(x, own)) };
  };
}

/** A linear model at its best spreads. */
interface BestSpread extends HeldSpread {
  working: Float64Array;
  fit: LinearMixedFit;
}

/** Maximum likelihood of the spreads in the linear model. */
function bestSpread(
  linear: readonly Omit<LinearGroup, "errors">[],
  start: Float64Array,
  read: (values: Float64Array) => HeldSpread,
  restricted: boolean,
): BestSpread {
  const fitAt = ({ factor, errors }: HeldSpread): LinearMixedFit | null =>
    linearMixedStep(
      linear.map((group, g) => ({ ...group, errors: errors[g]! })),
      factor,
      restricted,
    );
  const value = (values: Float64Array): number | null => {
    const fit = fitAt(read(values));
    return fit && -fit.logLikelihood;
  };
  const { x } = minimizeBfgs((values, gradient) => {
    const slopes = numericalGradient(value, values);
    if (slopes) gradient.set(slopes);
    return slopes ? value(values)! : Infinity;
  }, start);
  const held = read(x);
  const fit = fitAt(held);
  if (!fit) throw notConverged("the linearised likelihood does not exist");
  return { ...held, working: x, fit };
}

function notConverged(reason: string): EstimationError {
  return new EstimationError("not-converged", `Cannot fit a curve with random effects: ${reason}`);
}

/** Largest change of a fixed parameter, in standard errors. */
function largestChange(before: Float64Array, after: Float64Array, { covariance }: LinearMixedFit): number {
  return before.reduce((most, v, k) => {
    const error = Math.sqrt(covariance.values[k * (covariance.columns + 1)]!);
    return Math.max(most, Math.abs(after[k]! - v) / error);
  }, 0);
}

/**
 * Lindstrom and Bates's algorithm, as in R's nlme: the curve is made linear around the effects' present values, the linear
 * mixed model gives the spreads, penalised least squares the rest, in turn until nothing moves. Exact where the curve is
 * linear in all its parameters; else the log-likelihood is that of the linearised model, not of the curve.
 *
 * @see Lindstrom & Bates (1990), Biometrics 46:673–687. doi:10.2307/2532087; Pinheiro & Bates (2000), section 7.2.1.
 * @example
 * lindstromBates({ restricted: true }).name; // "lindstrom-bates-restricted"
 */
export function lindstromBates({
  restricted = false,
  errors = independentErrors,
}: LindstromBatesOptions = {}): MixedCurveMethod {
  return {
    name: restricted ? "lindstrom-bates-restricted" : "lindstrom-bates",
    label: restricted ? "Lindstrom and Bates, restricted likelihood" : "Lindstrom and Bates",
    reference: "Lindstrom & Bates (1990), Biometrics 46:673–687. doi:10.2307/2532087",
    fit(problem) {
      const { fixed, units } = startingScales(problem);
      const read = spreadReader(problem, units, errors);
      const entries = problem.covariance.entries(problem.random.length);
      let working = Float64Array.from([
        ...entries.map(([row, column]) => (row === column ? 1 : 0)),
        ...errors.start,
      ]);
      let state = penalizedLeastSquares(problem, Float64Array.from(fixed), read(working));
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const best = bestSpread(linearize(problem, state), working, read, restricted);
        const next = penalizedLeastSquares(problem, best.fit.beta, best);
        const moved =
          largestChange(state.fixed, next.fixed, best.fit) +
          working.reduce((most, v, k) => Math.max(most, Math.abs(v - best.working[k]!)), 0);
        [state, working] = [next, Float64Array.from(best.working)];
        if (moved < CLOSE) return describe(this.name, problem, state, best);
      }
      throw notConverged(`the two steps still change each other after ${MOST_ROUNDS} rounds`);
    },
  };
}

function describe<X>(
  method: string,
  { groups }: MixedCurveProblem<X>,
  { fixed, effects }: MixedState,
  { fit, factor }: BestSpread,
): MixedCurveFit {
  const n = fixed.length;
  return {
    method,
    fixed: Array.from(fixed),
    standardErrors: Array.from(fixed, (_, k) => Math.sqrt(fit.covariance.values[k * (n + 1)]!)),
    limits: null,
    effectsCovariance: effectCovarianceRows(factor, fit.residualSd),
    residualSd: fit.residualSd,
    logLikelihood: fit.logLikelihood,
    effects: groups.map(({ group }, g) => ({ group, values: Array.from(effects[g]!) })),
    converged: true,
  };
}
