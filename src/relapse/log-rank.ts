import { chiSquared as chiSquaredLaw } from "../math/distributions/chi-squared.ts";
import type { Warning } from "../schema/provenance.ts";
import type { LabelPermutation, LogRankResult } from "../schema/relapse-comparison.ts";
import { version } from "../version.ts";
import { clusteredCourses } from "./nonparametric/course-warnings.ts";
import { type GroupedSpans, groupedSpans, type RelapseGroups } from "./nonparametric/grouped-spans.ts";
import { logRankStatistic, logRankTable } from "./nonparametric/log-rank/log-rank-table.ts";
import { permutationUnits } from "./nonparametric/log-rank/permutation-units.ts";
import { countAssignments, exactPValue, monteCarloPValue } from "./nonparametric/log-rank/permute-labels.ts";
import { checkCount } from "./nonparametric/option-checks.ts";

/** Options of `logRank`. */
export interface LogRankOptions {
  /** Up to this many ways in which the labels can fall, all are counted; default 50,000. */
  maxAssignments?: number;
  /** Otherwise how many are drawn; default 9,999. */
  nPermutations?: number;
  /** Seed of the drawn ones, a whole number; default 1. */
  seed?: number;
}

function checkedOptions(options: LogRankOptions): Required<LogRankOptions> {
  const { maxAssignments = 50_000, nPermutations = 9_999, seed = 1 } = options;
  checkCount("maxAssignments", maxAssignments);
  checkCount("nPermutations", nPermutations);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  return { maxAssignments, nPermutations, seed };
}

function permutationTest(grouped: GroupedSpans, settings: Required<LogRankOptions>): LabelPermutation {
  const { units, ...labeled } = permutationUnits(grouped);
  const { maxAssignments, nPermutations, seed } = settings;
  const count = countAssignments(labeled);
  if (count <= BigInt(maxAssignments))
    return { method: "exact", pValue: exactPValue(labeled), nAssignments: Number(count), units };
  const pValue = monteCarloPValue(labeled, nPermutations, seed);
  return { method: "monte-carlo", pValue, nAssignments: nPermutations, units };
}

function warningsOf(
  { spans, nPatients }: GroupedSpans,
  chiSquared: number | null,
  units: LabelPermutation["units"] | undefined,
): Warning[] {
  const warnings: Warning[] = [];
  if (chiSquared === null)
    warnings.push({
      code: "no-comparison",
      message:
        "There is nothing to compare: at no relapse were courses of different groups at risk with more than one way to relapse.",
    });
  const clustered = clusteredCourses(spans.length, nPatients).map(({ code }) => ({
    code,
    message:
      units === "patient"
        ? "Courses of one patient are not independent, but the chi-squared test counts them as if they were; the permutation test moves whole patients between the groups."
        : "Courses of one patient are not independent, but both tests count them as if they were: the p-values may be too small.",
  }));
  return [...warnings, ...clustered];
}

/**
 * Tests whether groups of courses relapse alike, by the log-rank test and by its permutation distribution.
 *
 * The chi-squared p-value needs many relapses. With few, use that of `permutation`: the share of all ways in which the
 * groups' labels could have fallen with a statistic of at least the observed one (ties within 1e-9 count), by counting
 * all of them where they are few and else from a random sample, as (b + 1)/(m + 1). It holds where censoring does not
 * differ between the groups.
 *
 * @param groups At least two groups of rows, known exactly or not yet relapsed, by name.
 * @throws {RangeError} when an option is out of range.
 * @throws {InputError} for unsound rows; `row` counts through the groups.
 * @throws {EstimationError} `too-few-observations` for fewer than two groups or one without rows; `not-identifiable`
 * where a relapse is known only as between two times.
 * @see Mantel (1966), Cancer Chemother Rep 50:163–170; Klein & Moeschberger (2003), Survival Analysis, section 7.3;
 * Heimann & Neuhaus (1998), Biometrics 54:168–184 (permutation).
 * @example
 * const exactly = (days: number[]) => days.map((day) => ({ lower: day, upper: day }));
 * logRank({ first: exactly([20, 31, 40]), later: exactly([55, 70, 90]) }).permutation!.pValue; // 0.1
 */
export function logRank(groups: RelapseGroups, options: LogRankOptions = {}): LogRankResult {
  const settings = checkedOptions(options);
  const grouped = groupedSpans("a log-rank test", groups);
  const { names, spans, labels, nPatients } = grouped;
  const table = logRankTable(spans, labels, names.length);
  const { chiSquared, degreesOfFreedom } = logRankStatistic(table);
  const permutation = chiSquared === null ? null : permutationTest(grouped, settings);
  return {
    kind: "log-rank",
    schemaVersion: 1,
    nObservations: spans.length,
    nEvents: spans.filter(({ upper }) => upper < Infinity).length,
    nPatients,
    groups: names.map((group, g) => ({
      group,
      nObservations: groups[group]!.length,
      observed: table.observed[g]!,
      expected: table.expected[g]!,
    })),
    chiSquared,
    degreesOfFreedom,
    pValue: chiSquared === null ? null : chiSquaredLaw.survival(chiSquared, degreesOfFreedom),
    permutation,
    warnings: warningsOf(grouped, chiSquared, permutation?.units),
    provenance: {
      package: "nof1",
      version,
      seed: permutation?.method === "monte-carlo" ? settings.seed : null,
      inputSha256: null,
      options: { ...settings },
    },
  };
}
