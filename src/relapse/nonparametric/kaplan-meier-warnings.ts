import type { Warning } from "../../schema/provenance.ts";
import type { RelapseResult } from "../../schema/relapse-result.ts";
import { clusteredCourses, percent, tooFewForMedianLimits } from "./course-warnings.ts";
import { timeInWords } from "./restricted-mean-row.ts";

/** What the warnings are drawn from. */
type Curve = Pick<
  RelapseResult,
  "nObservations" | "nEvents" | "nPatients" | "timeUnit" | "estimates" | "survival" | "bands" | "observations"
>;

type Check = (curve: Curve, level: number, restrictedTo: number | null) => Warning[];

const noRelapse: Check = ({ nEvents }) =>
  nEvents > 0
    ? []
    : [
        {
          code: "no-relapse",
          message:
            "No relapse has been seen, so the curve does not fall and no time to relapse can be given.",
        },
      ];

const notReached: Check = ({ nEvents, estimates, survival }) => {
  const missing = estimates.filter(
    ({ parameter, estimate }) => parameter !== "restrictedMean" && estimate === null,
  );
  if (nEvents === 0 || missing.length === 0) return [];
  const names = missing.map(({ label }) => label).join("; ");
  return [
    {
      code: "not-reached",
      message: `The curve ends at ${percent(survival.at(-1)!.survival!)} still well, too early for: ${names}.`,
    },
  ];
};

const openLimits: Check = ({ nEvents, estimates }, level) => {
  const open = estimates.filter(
    ({ parameter, estimate, bound }) =>
      parameter !== "restrictedMean" && estimate !== null && bound !== "closed",
  );
  if (nEvents === 0 || open.length === 0) return [];
  return [
    {
      code: "interval-open",
      message: `The ${percent(level)} limits of the curve do not come down far enough to close the interval of: ${open.map(({ label }) => label).join("; ")}.`,
    },
  ];
};

const undefinedLimits: Check = ({ survival }) => {
  const without = survival.filter(({ standardError }) => standardError === null);
  if (without.length === 0) return [];
  return [
    {
      code: "limits-undefined",
      message:
        "While all are well, and once all have relapsed, the curve has no standard error, and its limits are left out: that is no certainty.",
    },
  ];
};

const restrictedMeanUnknown: Check = ({ estimates, timeUnit, nEvents }, _, restrictedTo) => {
  const row = estimates.find(({ parameter }) => parameter === "restrictedMean")!;
  if (row.standardError !== null) return [];
  if (row.estimate !== null)
    return [
      {
        code: "restricted-mean-without-interval",
        message: `The mean time well has no interval: ${nEvents === 0 ? "no relapse has been seen" : "the relapses leave no spread to estimate it from"}.`,
      },
    ];
  return [
    {
      code: "restricted-mean-unknown",
      message:
        restrictedTo === null
          ? "There is no mean time well: no time above 0 is known."
          : `There is no mean time well within ${timeInWords(restrictedTo, timeUnit)}: the curve is known for a shorter time only.`,
    },
  ];
};

const emptyBands: Check = ({ bands, nEvents }) => {
  if (nEvents === 0 || bands.every(({ points }) => points.length > 0)) return [];
  return [
    {
      code: "band-undefined",
      message: "There is no simultaneous band: it needs a relapse after which others are still well.",
    },
  ];
};

const tooFew: Check = ({ nObservations }, level) => tooFewForMedianLimits(nObservations, level);
const clustered: Check = ({ nObservations, nPatients }) => clusteredCourses(nObservations, nPatients);

const checks: readonly Check[] = [
  noRelapse,
  notReached,
  tooFew,
  openLimits,
  clustered,
  undefinedLimits,
  restrictedMeanUnknown,
  emptyBands,
];

/** Everything doubtful about a Kaplan–Meier result. */
export function kaplanMeierWarnings(curve: Curve, level: number, restrictedTo: number | null): Warning[] {
  return checks.flatMap((check) => check(curve, level, restrictedTo));
}
