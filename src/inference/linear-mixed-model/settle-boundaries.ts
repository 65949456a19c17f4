import type { PreparedModel } from "./prepare-mixed-model.ts";
import type { ProfiledFit, RelativeCovariance } from "./profiled-deviance.ts";
import type { SearchCoordinates } from "./search-coordinates.ts";

/** Spreads below this are tried at 0. */
const NEAR_ZERO = 1e-3;
/** How much deviance a boundary may cost and still be called the end of the search. */
const COST = 1e-8;

/** Where a search ended, with what lies at a boundary put there exactly. */
export interface Settled {
  at: RelativeCovariance;
  correlationAtLimit: boolean;
}

/** Puts spreads at 0 and a correlation at its limit where that costs no likelihood. */
export function settle(
  { correlation, typicalGap }: PreparedModel,
  { list, decode }: SearchCoordinates,
  evaluate: (at: RelativeCovariance) => ProfiledFit,
  found: Float64Array,
): Settled {
  const x = found.slice();
  let best = evaluate(decode(x)).deviance;
  const accept = (deviance: number): boolean => {
    if (!(deviance <= best + COST)) return false;
    best = Math.min(best, deviance);
    return true;
  };
  list.forEach(({ kind }, i) => {
    if (kind !== "spread" || Math.abs(x[i]!) > NEAR_ZERO) return;
    const kept = x[i]!;
    x[i] = 0;
    if (!accept(evaluate(decode(x)).deviance)) x[i] = kept;
  });
  const at = decode(x);
  const { parameter } = correlation;
  if (!parameter) return { at, correlationAtLimit: false };
  for (const limit of parameter.limits) {
    if (limit === 0 && accept(evaluate({ ...at, phi: 0 }).deviance))
      return { at: { ...at, phi: 0 }, correlationAtLimit: true };
  }
  const coordinate = x[x.length - 1]!;
  const [lower, upper] = parameter.coordinates.map((end) => parameter.fromCoordinate(end, typicalGap));
  const phi = parameter.fromCoordinate(coordinate, typicalGap);
  return { at, correlationAtLimit: 1 - phi <= 2 * (1 - upper!) || (lower! < 0 && phi <= lower! + 1e-8) };
}
