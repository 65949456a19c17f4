import {
  boundOf,
  type Interval,
  type IntervalProblem,
  type Objective,
  type Target,
} from "../inference/interval-method.ts";
import { curvatureAt } from "../inference/nonlinear-mixed-model/curvature-at.ts";
import { copyOf, type Matrix } from "../math/linear/matrix.ts";
import { minimizeBfgs } from "../math/optimize/minimize-bfgs.ts";
import type { SpreadTarget } from "./between-patients.ts";
import type { CohortSettings } from "./fit-cohort-options.ts";
import type { PopulationLayout } from "./population-layout.ts";

/** A coordinate that holds a spread, in units of the scale of its prior. */
interface SpreadCoordinate {
  index: number;
  scale: number;
}

/** Spreads below this share of their prior's scale make no difference: the likelihood goes on as a parabola to 0. */
const NEGLIGIBLE = 1e-3;

function coordinatesOf({ parameters }: PopulationLayout): SpreadCoordinate[] {
  return parameters.flatMap(({ logSpread, spreadScale }) =>
    logSpread === null ? [] : [{ index: logSpread, scale: spreadScale }],
  );
}

/**
 * The objective with the spreads themselves in the place of their logarithms, and their density in the place of that of the
 * logarithms. It is even in each spread, as the patients' departures are symmetric, and smooth at 0.
 */
function onOwnScale(objective: Objective, coordinates: readonly SpreadCoordinate[]): Objective {
  return (x, gradient) => {
    const theta = x.slice();
    const slopes = new Float64Array(x.length);
    for (const { index, scale } of coordinates)
      theta[index] = Math.log(scale * Math.max(NEGLIGIBLE, Math.abs(x[index]!)));
    let value = objective(theta, slopes);
    for (const { index, scale } of coordinates) {
      const size = Math.max(NEGLIGIBLE, Math.abs(x[index]!));
      const byLog = slopes[index]! + 1;
      const share = x[index]! / size;
      value += Math.log(scale * size) - 0.5 * byLog * (1 - share * share);
      slopes[index] = (byLog * share) / size;
    }
    gradient?.set(slopes);
    return Number.isNaN(value) ? Infinity : value;
  };
}

/** A Hessian in the spreads where it is known in their logarithms, near enough to start a search. */
function rescaled(hessian: Matrix, x: Float64Array, coordinates: readonly SpreadCoordinate[]): Matrix {
  const matrix = copyOf(hessian);
  const n = matrix.rows;
  for (const { index } of coordinates) {
    for (let k = 0; k < n; k++) {
      matrix.values[index * n + k]! /= x[index]!;
      matrix.values[k * n + index]! /= x[index]!;
    }
  }
  return matrix;
}

/**
 * The population's problem in which standard deviations between patients stand for themselves, with 0 inside the model, and
 * its own highest point, which may well lie there.
 */
function spreadProblem(problem: IntervalProblem, coordinates: readonly SpreadCoordinate[]): IntervalProblem {
  const start = problem.minimum.x.slice();
  for (const { index, scale } of coordinates) start[index] = Math.exp(start[index]!) / scale;
  const objective = onOwnScale(problem.objective, coordinates);
  const found = minimizeBfgs(objective, start, {
    firstHessian: rescaled(problem.minimum.hessian, start, coordinates),
    unit: 1e6,
  });
  const { hessian, covariance } = curvatureAt(objective, found.x, found.gradient);
  return { ...problem, objective, minimum: { ...found, hessian }, covariance };
}

/**
 * Standard deviations between patients with limits. The lower limit is that of the density of the standard deviation itself:
 * that of its logarithm would never let it come near 0. Where a spread of 0 is within the drop, the limit is 0. The upper
 * limit is that of the density of the logarithm, which reaches further, so that the interval looks no narrower than it is on
 * either scale.
 *
 * @see Chung, Rabe-Hesketh, Dorie, Gelman & Liu (2013), Psychometrika 78:685–709 (the highest point in the logarithms, which
 * is never 0). doi:10.1007/s11336-013-9328-2; Self & Liang (1987), J Am Stat Assoc 82:605–610 (at 0 the usual drop covers
 * more than it says). doi:10.1080/01621459.1987.10478472
 */
export function spreadLimits(
  given: IntervalProblem,
  layout: PopulationLayout,
  { interval }: Pick<CohortSettings, "interval">,
  targets: readonly SpreadTarget[],
): Interval[] {
  const coordinates = coordinatesOf(layout);
  const problem = spreadProblem(given, coordinates);
  const ofLogarithms = interval.estimate(given, targets).intervals;
  const ofSpreads = interval.estimate(problem, coordinates.map(coordinateTarget)).intervals;
  return ofLogarithms.map((found, i): Interval => {
    const below = ofSpreads[i]!.lower;
    // Even in the spread: a limit below 0 only mirrors the one above.
    const lower = below === null ? null : coordinates[i]!.scale * Math.max(0, below);
    return { ...found, lower, bound: boundOf(lower, found.upper) };
  });
}

function coordinateTarget({ index }: SpreadCoordinate): Target {
  return {
    link: "identity",
    evaluate(x, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[index] = 1;
      return x[index]!;
    },
  };
}
