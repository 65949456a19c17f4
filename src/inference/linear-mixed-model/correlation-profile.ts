import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import type { Bound } from "../../schema/estimate.ts";
import { checkLevel } from "./coefficient-tests.ts";
import { highestLikelihood } from "./highest-likelihood.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import { profiledDeviance } from "./profiled-deviance.ts";
import { type SearchCoordinates, searchCoordinates } from "./search-coordinates.ts";

/** φ with the limits at which the likelihood has fallen too far. */
export interface CorrelationProfile {
  estimate: number;
  /** null where the likelihood never falls so far on that side; `bound` then says so. */
  lower: number | null;
  upper: number | null;
  level: number;
  method: "profile";
  bound: Bound;
}

/** The same coordinates with the correlation, which comes last, held. */
function held({ list, decode }: SearchCoordinates, coordinate: number): SearchCoordinates {
  return { list: list.slice(0, -1), decode: (at) => decode([...Array.from(at), coordinate]) };
}

/**
 * Interval of the serial correlation by profile likelihood, everything else being fitted anew for each of its values.
 *
 * With a few dozen scores it is seldom symmetric on any scale, and often has no end: then the scores can't exclude independent
 * errors, or a random walk.
 *
 * @returns null where errors are independent by assumption.
 * @throws {RangeError} unless the level lies in (0, 1).
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.4; Venzon & Moolgavkar (1988), Appl Stat 37:87–94.
 * @example
 * const columns = [{ name: "mean", values: [1, 1, 1, 1, 1, 1, 1, 1] }];
 * const errors = { correlation: autoregressiveErrors };
 * const fit = fitLinearMixedModel({ scores: [5, 6, 6, 7, 5, 4, 4, 5], columns, errors });
 * correlationProfile(fit)?.bound; // "open-upper": a random walk can't be excluded
 */
export function correlationProfile(
  fit: LinearMixedFit,
  { level = 0.95 }: { level?: number } = {},
): CorrelationProfile | null {
  checkLevel(level);
  const { correlation, typicalGap } = fit.prepared;
  if (!correlation.parameter || fit.correlation === null) return null;
  const { coordinates: ends, fromCoordinate } = correlation.parameter;
  const coordinates = searchCoordinates(fit.prepared);
  const evaluate = profiledDeviance(fit.prepared, fit.likelihood);
  const goal = -2 * fit.logLikelihood + chiSquared.quantile(level, 1);
  const above = (coordinate: number): number => {
    const rest = held(coordinates, coordinate);
    return evaluate(rest.decode(highestLikelihood(rest, evaluate).at)).deviance - goal;
  };
  const phiAt = (u: number): number => fromCoordinate(u, typicalGap);
  const middle =
    findRoot((u) => phiAt(u) - fit.correlation!, ends[0], ends[1], 1e-9) ??
    ends[fit.correlation > 0.5 ? 1 : 0];
  const [lower, upper] = ends.map((end) => {
    if (end === middle || !(above(end) > 0)) return null;
    const root = findRoot(above, middle, end, 1e-7);
    return root === null ? null : phiAt(root);
  });
  const bound =
    lower === null ? (upper === null ? "open" : "open-lower") : upper === null ? "open-upper" : "closed";
  return { estimate: fit.correlation, lower: lower!, upper: upper!, level, method: "profile", bound };
}
