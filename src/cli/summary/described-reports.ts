import { InputError, type InputIssue } from "../../errors.ts";
import { describeSummary, summaryIntervals } from "../../pooling/index.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import type { SummaryResult } from "../../schema/summary-result.ts";
import { UsageError } from "../report-error.ts";
import type { SummaryFlags } from "./summary-flags.ts";

/** Reports with where they stand. */
export interface GivenReports {
  reports: readonly SummaryReport[];
  /** Name of the file; null for the command line. */
  path: string | null;
  sha256: string | null;
}

function described(
  report: SummaryReport,
  { level, seed, samples, simulations, coverage, assumeSd, method }: SummaryFlags,
): SummaryResult {
  const result = describeSummary(report, {
    level,
    seed,
    keep: samples,
    nSimulations: simulations,
    ...(coverage && { coverage }),
    ...(assumeSd && { assumedSds: assumeSd }),
  });
  const { provenance } = result;
  return {
    ...result,
    provenance: { ...provenance, options: { ...provenance.options, method: method ?? null } },
  };
}

/** The clashes of one report, with its place in the file. */
function located(
  error: InputError,
  { path }: GivenReports,
  { label }: SummaryReport,
  i: number,
): InputIssue[] {
  return error.issues.map((issue) => {
    const about = label === undefined || path === null ? "" : `${label}: `;
    const message = `${about}the report contradicts itself in ${issue.path}: ${issue.message}`;
    return path === null ? { path: "nof1", message } : { path, row: i + 1, message };
  });
}

function refuseMissingMethod({ method }: SummaryFlags, results: readonly SummaryResult[]): void {
  if (method === undefined) return;
  const found = new Set(results.flatMap(({ estimates }) => estimates.map((row) => row.method)));
  if (found.has(method)) return;
  const known = summaryIntervals.map(({ name }) => name).filter((name) => found.has(name));
  const has = known.length > 0 ? `it allows ${known.join(", ")}` : "it allows none at all";
  throw new UsageError(`--method ${method}: the report doesn't give the numbers that it needs; ${has}`);
}

/**
 * Describes every report; a file in which some contradict themselves is refused as a whole.
 *
 * @throws {InputError} with every contradiction of every report.
 * @throws {UsageError} when no report allows the method of the headline.
 */
export function describedReports(given: GivenReports, flags: SummaryFlags): SummaryResult[] {
  const issues: InputIssue[] = [];
  const results: SummaryResult[] = [];
  for (const [i, report] of given.reports.entries()) {
    try {
      const result = described(report, flags);
      result.provenance.inputSha256 = given.sha256;
      results.push(result);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...located(error, given, report, i));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  refuseMissingMethod(flags, results);
  return results;
}
