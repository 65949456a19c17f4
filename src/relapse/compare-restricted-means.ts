import { EstimationError } from "../errors.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import { normalSurvival } from "../math/special/normal-tails.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Warning } from "../schema/provenance.ts";
import type { RestrictedMeanComparison } from "../schema/relapse-comparison.ts";
import { version } from "../version.ts";
import { clusteredCourses } from "./nonparametric/course-warnings.ts";
import { groupedSpans, type RelapseGroups } from "./nonparametric/grouped-spans.ts";
import { checkLevel, checkTimeUnit } from "./nonparametric/option-checks.ts";
import { type ProductLimitStep, productLimit } from "./nonparametric/product-limit.ts";
import { type RestrictedMean, restrictedMean } from "./nonparametric/restricted-mean.ts";
import { type MeanContrast, restrictedMeanContrasts } from "./nonparametric/restricted-mean-contrasts.ts";
import { restrictedMeanRow, timeInWords } from "./nonparametric/restricted-mean-row.ts";

/** Options of `compareRestrictedMeans`. */
export interface CompareRestrictedMeansOptions {
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Time up to which the means count, > 0; default the earlier of the groups' last times. */
  restrictedTo?: number;
  /** Unit of the rows' times; default `day`. */
  timeUnit?: string;
}

type Settings = Required<CompareRestrictedMeansOptions>;

/** Fills in the defaults and checks every option. */
function settingsFor(
  { level = 0.95, restrictedTo, timeUnit = "day" }: CompareRestrictedMeansOptions,
  lastTime: number,
): Settings {
  checkLevel(level);
  checkTimeUnit(timeUnit);
  if (restrictedTo !== undefined && !(restrictedTo > 0 && restrictedTo < Infinity))
    throw new RangeError(`restrictedTo must be a positive number, got ${restrictedTo}`);
  if (restrictedTo === undefined && lastTime === 0)
    throw new EstimationError(
      "not-identifiable",
      "Cannot compare restricted means: needs times above 0 in each group, got only 0 in one",
    );
  return { level, restrictedTo: restrictedTo ?? lastTime, timeUnit };
}

function contrastRow(contrast: MeanContrast, { level, timeUnit }: Settings): Estimate {
  const { parameter, label, isDifference, estimate, error } = contrast;
  const names = { parameter, label, unit: isDifference ? timeUnit : "ratio", estimate };
  if (estimate === null || error === null)
    return { ...names, standardError: null, lower: null, upper: null, level, method: "wald", bound: "open" };
  const half = error * normalQuantile(0.5 * (1 + level));
  return {
    ...names,
    standardError: isDifference ? error : estimate * error,
    lower: isDifference ? estimate - half : estimate * Math.exp(-half),
    upper: isDifference ? estimate + half : estimate * Math.exp(half),
    level,
    method: "wald",
    bound: "closed",
  };
}

function pValueOf({ isDifference, estimate, error }: MeanContrast): number | null {
  if (estimate === null || error === null) return null;
  return 2 * normalSurvival(Math.abs(isDifference ? estimate : Math.log(estimate)) / error);
}

/** @throws {EstimationError} where a group's curve ends before the limit. */
function meansOf(
  curves: readonly ProductLimitStep[][],
  names: readonly string[],
  { restrictedTo, timeUnit }: Settings,
): RestrictedMean[] {
  return curves.map((steps, g) => {
    const mean = restrictedMean(steps, restrictedTo);
    if (mean) return mean;
    throw new EstimationError(
      "not-identifiable",
      `Cannot compute a mean within ${timeInWords(restrictedTo, timeUnit)}: needs a curve that long, got one of ${timeInWords(steps.at(-1)!.time, timeUnit)} in ${JSON.stringify(names[g])}`,
    );
  });
}

/** Rows without an interval. */
function withoutInterval(estimates: readonly Estimate[]): Warning[] {
  const labels = new Set(estimates.filter(({ bound }) => bound !== "closed").map(({ label }) => label));
  if (labels.size === 0) return [];
  return [
    {
      code: "restricted-mean-without-interval",
      message: `Without a spread of relapses before the limit there is no interval, and no p-value, of: ${[...labels].join("; ")}.`,
    },
  ];
}

/**
 * Compares the mean time well of two groups up to a limit of time: first less second, first over second, and the ratio of
 * the mean times lost before the limit.
 *
 * Normal limits, of the ratios on the scale of their logarithms. With few courses in a group they are too narrow.
 *
 * @param groups Two groups of rows, known exactly or not yet relapsed, by name.
 * @throws {RangeError} when an option is out of range, or there are more than two groups.
 * @throws {InputError} for unsound rows; `row` counts through the groups.
 * @throws {EstimationError} `too-few-observations` for fewer than two groups or one without rows; `not-identifiable`
 * where a relapse is known only as between two times, or `restrictedTo` lies after the end of a group's curve.
 * @see Uno et al. (2014), J Clin Oncol 32:2380–2385 (survRM2). doi:10.1200/JCO.2014.55.2208
 * @example
 * const exactly = (days: number[]) => days.map((day) => ({ lower: day, upper: day }));
 * compareRestrictedMeans({ first: exactly([20, 40]), later: exactly([50, 70]) }).estimates[2]!.estimate; // -10
 */
export function compareRestrictedMeans(
  groups: RelapseGroups,
  options: CompareRestrictedMeansOptions = {},
): RestrictedMeanComparison {
  const { names, spans, labels, nPatients } = groupedSpans("a comparison of restricted means", groups);
  if (names.length !== 2) throw new RangeError(`groups must be two, got ${names.length}`);
  const curves = names.map((_, g) => productLimit(spans.filter((_span, i) => labels[i] === g)));
  const settings = settingsFor(options, Math.min(...curves.map((steps) => steps.at(-1)!.time)));
  const { level, restrictedTo, timeUnit } = settings;
  const means = meansOf(curves, names, settings);
  const row = { level, timeUnit, deviate: normalQuantile(0.5 * (1 + level)) };
  const contrasts = restrictedMeanContrasts(means[0]!, means[1]!, restrictedTo);
  const estimates = [
    ...means.map((mean, g) => ({ ...restrictedMeanRow(mean, restrictedTo, row), series: names[g]! })),
    ...contrasts.map((contrast) => contrastRow(contrast, settings)),
  ];
  return {
    kind: "restricted-mean-comparison",
    schemaVersion: 1,
    groups: names,
    timeUnit,
    restrictedTo,
    estimates,
    pValues: contrasts.map((contrast) => ({ parameter: contrast.parameter, pValue: pValueOf(contrast) })),
    warnings: [...clusteredCourses(spans.length, nPatients), ...withoutInterval(estimates)],
    provenance: { package: "nof1", version, seed: null, inputSha256: null, options: { ...settings } },
  };
}
