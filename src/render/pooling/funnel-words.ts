import type { FunnelResult, TrimAndFillResult } from "../../schema/index.ts";
import { formatPValue } from "./p-value.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatLimits, formatPooled } from "./pooled-number.ts";

/** Below this a test of asymmetry is usually taken seriously, for they have little power. */
const TELLING = 0.1;
/** From so many series on a test is asked for. */
const ENOUGH = 10;

/** What the tests say of a funnel, and how little that is where there are few series. */
export function funnelSentences({ tests, points }: FunnelResult): string[] {
  const k = points.length;
  const known = tests.filter(({ pValue }) => pValue !== null);
  const said = known.map(({ label, pValue }) => `${label}: p ${formatPValue(pValue!)}`).join("; ");
  const verdict = known.some(({ pValue }) => pValue! < TELLING)
    ? "Small series go with other effects than large ones: some results may not have been published, or small series treat other patients."
    : "The funnel is not clearly lopsided, which does not show that nothing is missing.";
  const few = `With ${k} series, fewer than ${ENOUGH}, a lopsided funnel can hardly be told from chance.`;
  return [
    known.length > 0 ? `${said}.` : "No test of the funnel is defined here.",
    ...(k < ENOUGH ? [few] : known.length > 0 ? [verdict] : []),
  ];
}

/** How far the mean would move if series were missing. */
export function trimAndFillSentences(result: TrimAndFillResult, view: PoolView): string[] {
  const { nFilled, side, estimates } = result;
  if (nFilled === 0) return [`Trim and fill adds no series on the ${side}: the mean stays as it is.`];
  const mean = viewSpan(estimates[0]!, view);
  const width = mean.lower === null || mean.upper === null ? null : mean.upper - mean.lower;
  return [
    `Trim and fill adds ${nFilled} made-up series on the ${side} of the funnel; with them the mean would be ${formatPooled(mean.estimate, view.scale, width)} (${formatLimits(mean, view.scale)}). That is a look at what could be, not a correction.`,
  ];
}
