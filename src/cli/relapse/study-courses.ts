import { EstimationError } from "../../errors.ts";
import { compareRestrictedMeans, diagnoseRelapse, logRank, type RelapseGroups } from "../../relapse/index.ts";
import type { RelapseStudy } from "../../render/index.ts";
import { onlyPatient } from "../../render/relapse/relapse-name.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { RelapseDiagnostics } from "../../schema/relapse-diagnostics.ts";
import type { RelapseResult } from "../../schema/relapse-result.ts";
import { columnOf } from "./column-problems.ts";
import type { RelapseAnalysis, RelapseAnswer } from "./relapse-analyses.ts";
import type { RelapseFlags } from "./relapse-flags.ts";
import type { RelapseCourses } from "./relapse-input.ts";

type Labels = Pick<Estimate, "patient" | "series" | "outcome">;

/** A study without anything beside the results. */
const nothingElse: Omit<RelapseStudy, "results"> = {
  average: null,
  intervals: [],
  logRank: null,
  comparison: null,
  diagnostics: null,
  notes: [],
};

/** Says whose estimates they are. */
function labelled<Result extends { estimates: Estimate[] }>(result: Result, labels: Labels): Result {
  return { ...result, estimates: result.estimates.map((row) => ({ ...row, ...labels })) };
}

/** The answer where there is one, with what was refused. */
function attempt<T>(compute: () => T, notes: string[]): T | null {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    notes.push(`${error.message}.`);
    return null;
  }
}

/** The courses of each group, by its name: groups of numbers in their order. */
function groupRows(rows: readonly RelapseRow[], column: string): Map<string, RelapseRow[]> {
  const values = [...new Set(rows.map((row) => columnOf(row, column)!))].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : 0,
  );
  return new Map(
    values.map((value) => [`${column} ${value}`, rows.filter((row) => columnOf(row, column) === value)]),
  );
}

function diagnosticsOf(result: RelapseResult): RelapseDiagnostics | null {
  return result.residuals.length > 0 ? diagnoseRelapse(result) : null;
}

function studyOf(answer: RelapseAnswer, labels: Labels): RelapseStudy {
  if ("average" in answer) return { ...nothingElse, results: [], average: labelled(answer.average, labels) };
  const { result } = answer;
  return { ...nothingElse, results: [labelled(result, labels)], diagnostics: diagnosticsOf(result) };
}

function compareGroups(
  groups: ReadonlyMap<string, RelapseRow[]>,
  analysis: RelapseAnalysis,
  flags: RelapseFlags,
  labels: Labels,
): RelapseStudy {
  const { level, seed, unit, restrictedTo } = flags;
  const results = [...groups].flatMap(([series, rows]) => {
    const answer = analysis.run(rows, flags);
    return "result" in answer ? [labelled(answer.result, { ...labels, series })] : [];
  });
  const notes: string[] = [];
  const hint = "A law compares such groups too: make the column a covariate, and it gives a ratio of times.";
  const byName: RelapseGroups = Object.fromEntries(groups);
  const means = { level, timeUnit: unit, ...(restrictedTo !== undefined && { restrictedTo }) };
  const test = attempt(() => logRank(byName, { seed }), notes);
  const isPair = test !== null && groups.size === 2;
  const comparison = isPair ? attempt(() => compareRestrictedMeans(byName, means), notes) : null;
  if (test === null) notes.push(hint);
  return { ...nothingElse, results, logRank: test, comparison, notes };
}

/**
 * Analyses courses: all together, or in groups that are compared.
 *
 * @throws {EstimationError} where they allow no answer.
 */
export function studyCourses(
  { rows, intervals, outcome }: RelapseCourses,
  analysis: RelapseAnalysis,
  flags: RelapseFlags,
): RelapseStudy {
  const patient = onlyPatient(rows);
  const labels = { ...(patient !== null && { patient }), ...(outcome !== undefined && { outcome }) };
  const study =
    flags.group === undefined
      ? studyOf(analysis.run(rows, flags), labels)
      : compareGroups(groupRows(rows, flags.group), analysis, flags, labels);
  return { ...study, intervals };
}

/** Analyses the range of several times. */
export function studyRange(analysis: RelapseAnalysis, flags: RelapseFlags): RelapseStudy {
  const { n, minimum, maximum } = flags;
  return studyOf(analysis.runRange!({ n: n!, minimum: minimum!, maximum: maximum! }, flags), {});
}
