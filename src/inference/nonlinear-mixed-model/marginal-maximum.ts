import { EstimationError } from "../../errors.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { Curve } from "../../math/optimize/fit-curve.ts";
import { type BfgsMinimum, minimizeBfgs } from "../../math/optimize/minimize-bfgs.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import type { IntervalMethod, Objective, Target } from "../interval-method.ts";
import { type Curvature, curvatureAt } from "./curvature-at.ts";
import { effectCovarianceRows, effectFactor } from "./effect-covariance.ts";
import { type GroupIntegrand, groupIntegrand, type OwnParameter } from "./group-integrand.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";
import { marginalLikelihood } from "./marginal-likelihood.ts";
import {
  type MixedCurveFit,
  type MixedCurveMethod,
  type MixedCurveProblem,
  normalErrors,
  valueWithSlopes,
} from "./mixed-curve.ts";
import { type StartingScales, startingScales } from "./starting-scales.ts";

/** Options of `marginalMaximum`. */
export interface MarginalMaximumOptions {
  /** Method for the limits of the fixed parameters; none where it is left out. */
  interval?: IntervalMethod;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
}

/** The curve with its parameters counted from the start, in units that suit each. */
function inUnits<X>(curve: Curve<X>, { fixed, units }: StartingScales): Curve<X> {
  const both = valueWithSlopes(curve);
  const natural = new Float64Array(fixed.length);
  const set = (psi: Float64Array): Float64Array => {
    for (let k = 0; k < natural.length; k++) natural[k] = fixed[k]! + units[k]! * psi[k]!;
    return natural;
  };
  return {
    value: (x, psi) => curve.value(x, set(psi)),
    valueAndGradient(x, psi, out) {
      const value = both(x, set(psi), out);
      for (let k = 0; k < units.length; k++) out[k]! *= units[k]!;
      return value;
    },
  };
}

/** Parameters: the fixed ones, the entries of the effects' factor, and the log error standard deviation. */
function groupsOf<X>(problem: MixedCurveProblem<X>, scales: StartingScales): GroupIntegrand[] {
  const { curve, groups, random, covariance } = problem;
  const p = scales.fixed.length;
  const entries = covariance.entries(random.length);
  const own: OwnParameter[] = scales.fixed.map((_, k) => ({
    parameters: [{ index: k, factor: 1 }],
    effects: entries.flatMap(([row, column], s) =>
      random[row] === k ? [{ effect: column, spread: { parameter: p + s, link: "identity" as const } }] : [],
    ),
  }));
  own.push({
    constant: Math.log(scales.residualSd),
    parameters: [{ index: p + entries.length, factor: 1 }],
    effects: [],
  });
  const scaled = inUnits(curve, scales);
  return groups.map((group) =>
    groupIntegrand(own, p + entries.length + 1, random.length, normalErrors(scaled, group, p)),
  );
}

/** Spreads of one unit on the diagonal; a residual scatter somewhat below that of one curve for all. */
function startingPoint<X>({ covariance, random }: MixedCurveProblem<X>, p: number): Float64Array {
  const entries = covariance.entries(random.length);
  return Float64Array.from([
    ...new Array<number>(p).fill(0),
    ...entries.map(([row, column]) => (row === column ? 0.7 : 0)),
    -0.5,
  ]);
}

function firstHessian<X>({ groups }: MixedCurveProblem<X>, n: number): Matrix {
  const matrix = zeros(n, n);
  const size = groups.reduce((sum, { y }) => sum + y.length, 0);
  for (let i = 0; i < n; i++) matrix.values[i * (n + 1)] = size;
  return matrix;
}

/** One parameter as a target of its own. */
function parameterTarget(index: number): Target {
  return {
    link: "identity",
    evaluate(theta, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[index] = 1;
      return theta[index]!;
    },
  };
}

interface Located extends Curvature {
  objective: Objective;
  minimum: BfgsMinimum;
}

/** A log-likelihood this close to its maximum is there: the slopes of quadrature are not quite those of its value. */
const CLOSE = 1e-6;

/** The limits of the fixed parameters in their own units. */
function limitsOf(
  { objective, minimum, hessian: curvature, covariance }: Located,
  scales: StartingScales,
  method: IntervalMethod,
  level: number,
): MixedCurveFit["limits"] {
  const drop = 0.5 * normalQuantile(0.5 + 0.5 * level) ** 2;
  const prior = {
    terms: Array.from(minimum.x, (_, index) => ({ index, center: { value: 0 }, sd: Infinity })),
  };
  const { intervals } = method.estimate(
    {
      objective,
      prior,
      minimum: { ...minimum, hessian: curvature },
      covariance,
      level,
      drop,
      seed: 1,
      nullModel: null,
    },
    scales.fixed.map((_, k) => parameterTarget(k)),
  );
  return intervals.map(({ lower, upper }, k) => {
    const natural = (value: number | null): number | null =>
      value === null ? null : scales.fixed[k]! + scales.units[k]! * value;
    return { lower: natural(lower), upper: natural(upper) };
  });
}

/**
 * Maximum likelihood with the random effects integrated out by an approximation.
 *
 * @param approximation `laplace`, or what `adaptiveQuadrature` returned.
 * @returns A method for `fitMixedCurve`, which throws `not-converged` where the search does not end at a maximum.
 * @see Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35, equation 2.2. doi:10.1080/10618600.1995.10474663
 * @example
 * marginalMaximum(laplace).name; // "laplace"
 */
export function marginalMaximum(
  approximation: MarginalApproximation,
  { interval, level = 0.95 }: MarginalMaximumOptions = {},
): MixedCurveMethod {
  const { name, label, reference } = approximation;
  return {
    name,
    label,
    reference,
    fit(problem) {
      const scales = startingScales(problem);
      const p = scales.fixed.length;
      const groups = groupsOf(problem, scales);
      const likelihood = marginalLikelihood(groups, approximation);
      const start = startingPoint(problem, p);
      const minimum = minimizeBfgs(likelihood.objective, start, {
        firstHessian: firstHessian(problem, start.length),
      });
      const curvature = curvatureAt(likelihood.objective, minimum.x, minimum.gradient);
      if (!minimum.converged && !(curvature.promised < CLOSE))
        throw new EstimationError(
          "not-converged",
          `Cannot fit a curve with random effects: the search ended with "${minimum.ended}"`,
        );
      const located: Located = { objective: likelihood.objective, minimum, ...curvature };
      return {
        method: name,
        ...describe(problem, scales, located, groups, likelihood.modesAt(minimum.x)),
        limits: interval ? limitsOf(located, scales, interval, level) : null,
      };
    },
  };
}

/** The maximum in the curve's own units. */
function describe<X>(
  { groups, random, covariance }: MixedCurveProblem<X>,
  { fixed, units, residualSd }: StartingScales,
  { minimum, covariance: inverse }: Located,
  integrands: readonly GroupIntegrand[],
  modes: readonly { effects: Float64Array }[],
): Omit<MixedCurveFit, "method" | "limits"> {
  const p = fixed.length;
  const n = minimum.x.length;
  const spreads = effectFactor(covariance, random.length, minimum.x.subarray(p));
  for (let i = 0; i < random.length; i++) {
    for (let j = 0; j <= i; j++) spreads.values[i * random.length + j]! *= units[random[i]!]!;
  }
  return {
    fixed: fixed.map((value, k) => value + units[k]! * minimum.x[k]!),
    standardErrors: fixed.map((_, k) =>
      inverse ? units[k]! * Math.sqrt(inverse.values[k * (n + 1)]!) : null,
    ),
    effectsCovariance: effectCovarianceRows(spreads, 1),
    residualSd: residualSd * Math.exp(minimum.x[n - 1]!),
    logLikelihood: -minimum.value,
    effects: groups.map(({ group }, g) => {
      const own = integrands[g]!.ownParameters(minimum.x, modes[g]!.effects);
      return { group, values: random.map((k) => units[k]! * (own[k]! - minimum.x[k]!)) };
    }),
    converged: true,
  };
}
