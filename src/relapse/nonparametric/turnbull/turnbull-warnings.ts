import type { Estimate } from "../../../schema/estimate.ts";
import type { Warning } from "../../../schema/provenance.ts";
import { percent } from "../course-warnings.ts";
import type { TurnbullSettings } from "./turnbull-options.ts";

/** What the warnings are drawn from. */
export interface TurnbullAnswer {
  nEvents: number;
  estimates: readonly Estimate[];
  verified: boolean;
  /** How far from the conditions of a maximum. */
  gap: number;
  settings: TurnbullSettings;
  /** Whether there are limits from resamples. */
  resampled: boolean;
}

type Check = (answer: TurnbullAnswer) => Warning[];

const notVerified: Check = ({ verified, gap }) =>
  verified
    ? []
    : [
        {
          code: "not-verified",
          message: `The masses could not be verified as the maximum of the likelihood (distance from the Kuhn–Tucker conditions ${gap.toPrecision(2)}); don't rely on these numbers.`,
        },
      ];

const noRelapse: Check = ({ nEvents }) =>
  nEvents > 0
    ? []
    : [
        {
          code: "no-relapse",
          message:
            "No relapse has been seen: all the probability lies after the last time known, open to the right.",
        },
      ];

const undetermined: Check = ({ estimates, nEvents }) => {
  const rows = estimates.filter(({ parameter }) => !/(?:Earliest|Latest)$/u.test(parameter));
  const open = rows.filter(({ estimate }) => estimate === null);
  if (nEvents === 0 || open.length === 0) return [];
  return [
    {
      code: "known-within-interval",
      message: `The data tell only between which times these lie, not where: ${open.map(({ label }) => label).join("; ")}. Their earliest and latest times are rows of their own; where there is no latest time, none was seen.`,
    },
  ];
};

const openLimits: Check = ({ estimates, resampled, settings }) => {
  const open = estimates.filter(({ bound }) => bound !== "closed");
  if (!resampled || open.length === 0) return [];
  return [
    {
      code: "interval-open",
      message: `The resamples leave the ${percent(settings.level)} interval open, since too many of them have no end there or all agree: ${open.map(({ label }) => label).join("; ")}.`,
    },
  ];
};

const withoutLimits: Check = ({ resampled, settings: { nBootstrap } }) => {
  if (resampled) return [];
  const why =
    nBootstrap === 0
      ? "no bootstrap resamples were asked for"
      : "resamples of so few patients, or so few resamples, say nothing about the tails";
  return [{ code: "no-limits", message: `The estimates stand without limits: ${why}.` }];
};

const checks: readonly Check[] = [notVerified, noRelapse, undetermined, openLimits, withoutLimits];

/** Everything doubtful about Turnbull's estimate. */
export function turnbullWarnings(answer: TurnbullAnswer): Warning[] {
  return checks.flatMap((check) => check(answer));
}
