import type { ProfileLikelihoodResult } from "../schema/index.ts";
import { formatPercent } from "./format-number.ts";

/** What the profiles say: how many quantities the scores bound on both sides. */
export function profileAnswer({
  profiles,
  level,
  nObservations,
  priors,
  penalized,
}: ProfileLikelihoodResult): string {
  const known = profiles.filter(({ estimate }) => estimate.estimate !== null);
  const open = known.filter(({ estimate }) => estimate.lower === null || estimate.upper === null);
  const missing = profiles.length - known.length;
  const scores = `${nObservations} scores${penalized ? ` and the ${priors} priors` : ""}`;
  const bounded =
    open.length === 0
      ? `${scores} bound each of ${known.length} quantities on both sides at ${formatPercent(level)}`
      : `${scores} leave ${open.length} of ${known.length} quantities without a limit on one side or both at ${formatPercent(level)}`;
  return missing === 0
    ? `${bounded}.`
    : `${bounded}; ${missing} ${missing === 1 ? "does" : "do"} not exist at the best fit.`;
}
