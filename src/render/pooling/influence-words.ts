import type { PoolInfluence, SeriesInfluence } from "../../schema/index.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import { plain } from "./pooled-number.ts";

/** Three times the square root of p over k − p; null where that is not defined. */
export function dffitsLimit({ nSeries, nCoefficients }: PoolInfluence): number | null {
  return nSeries > nCoefficients ? 3 * Math.sqrt(nCoefficients / (nSeries - nCoefficients)) : null;
}

/** Beyond this a studentised residual is rare. */
export const RESIDUAL_LIMIT = 1.96;

type Known = SeriesInfluence & { cooksDistance: number };

function tauText(all: number, without: number | null): string {
  if (plain(all) === plain(without)) return `τ² stays at ${plain(all)} without it`;
  return `without it τ² goes from ${plain(all)} to ${plain(without)}`;
}

/** Which series the answer hangs on, by the limits that the field uses. */
export function influenceSentences(influence: PoolInfluence): string[] {
  const { series, tauSquared, nSeries } = influence;
  const known = series.filter((one): one is Known => one.cooksDistance !== null);
  if (known.length === 0)
    return [`With ${nSeries} series none can be left out: what each does to the pool cannot be told.`];
  const most = known.reduce((a, b) => (b.cooksDistance > a.cooksDistance ? b : a));
  const limit = dffitsLimit(influence);
  const names = (test: (one: SeriesInfluence) => boolean): string =>
    series
      .filter(test)
      .map((one) => nameInSentence(one.series))
      .join(", ");
  const far = names(({ studentizedDeletedResidual: r }) => r !== null && Math.abs(r) > RESIDUAL_LIMIT);
  const moving = names(({ dffits }) => dffits !== null && limit !== null && Math.abs(dffits) > limit);
  return [
    `${nameInSentence(most.series)} moves the mean most (Cook’s distance ${plain(most.cooksDistance)}); ${tauText(tauSquared, most.tauSquaredDeleted)}.`,
    far === ""
      ? `No series lies further from the others than ${RESIDUAL_LIMIT} standard errors.`
      : `Further than ${RESIDUAL_LIMIT} standard errors from the others: ${far}.`,
    ...(moving === "" ? [] : [`Beyond the usual limit of DFFITS: ${moving}.`]),
  ];
}
