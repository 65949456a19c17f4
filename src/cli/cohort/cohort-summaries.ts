import { InputError, type InputIssue } from "../../errors.ts";
import { readSummary } from "../../read/index.ts";
import type { CohortSummary, ReportedRelief } from "../../schema/cohort-summary.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import { type InputText, readInput } from "../files.ts";
import type { Io } from "../io.ts";
import type { CohortFlags } from "./cohort-flags.ts";
import { durationUnit } from "./summary-units.ts";

/** What was read of papers, and what should be said of how it was read. */
export interface ReadSummaries {
  summaries: CohortSummary[];
  notes: string[];
  inputs: InputText[];
}

type Part = Pick<CohortSummary, "meanRelief" | "duration">;
type Asked = Pick<CohortFlags, "summaryDays" | "summaryUnit">;
type Refuse = (message: string, column?: string) => null;

/** Decimals that a number shows. */
const decimalsOf = (value: number): number => /\.(\d+)/u.exec(String(value))?.[1]?.length ?? 0;

/** What the mean is a mean of, with what it needs; null where it was refused. Reports that do not say leave it open. */
function estimandOf(
  { n, estimand, meanBefore, sdBefore }: SummaryReport,
  refuse: Refuse,
): Pick<ReportedRelief, "estimand" | "meanBefore" | "sdBefore"> | null {
  if (estimand === undefined || estimand === "mean-of-ratios") return {};
  if (estimand !== "ratio-of-means")
    return refuse(
      `a mean of the patients' own percentages (mean-of-ratios) or the change of the mean score (ratio-of-means) is needed, got ${estimand}`,
      "estimand",
    );
  if (n === 1) return { estimand };
  const before = { mean_before: meanBefore, sd_before: sdBefore };
  const missing = Object.entries(before).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0)
    return refuse(
      `a ratio of means needs the mean and the standard deviation of the scores before treatment, since patients weigh by these; missing: ${missing.join(", ")}`,
      missing[0],
    );
  return { estimand, meanBefore: meanBefore!, sdBefore: sdBefore! };
}

function reliefPart(report: SummaryReport, { summaryDays }: Asked, refuse: Refuse): Part | null {
  const { mean, decimals, unit } = report;
  const whole = unit === "fraction" ? 1 : 100;
  const estimand = estimandOf(report, refuse);
  if (estimand === null) return null;
  if (decimals === undefined)
    return refuse(`the decimals with which the mean ${mean} is printed are needed`, "decimals");
  if (!summaryDays) return refuse("the days that the mean relief speaks of are needed (--summary-days 2-14)");
  const [fromDay, toDay] = summaryDays;
  return {
    meanRelief: {
      value: Number((mean! / whole).toPrecision(15)),
      step: 10 ** -decimals / whole,
      fromDay,
      toDay,
      ...estimand,
    },
  };
}

function durationPart(report: SummaryReport, asked: Asked, refuse: Refuse): Part | null {
  const { minimum, maximum } = report;
  const unit = durationUnit(report.unit ?? asked.summaryUnit);
  if (!unit)
    return refuse(
      `the unit of the durations ${minimum} to ${maximum} is needed (--summary-unit day, week, month or year)`,
      "unit",
    );
  const step = 10 ** -Math.max(decimalsOf(minimum!), decimalsOf(maximum!));
  return {
    duration: { minimum: minimum! * unit.days, maximum: maximum! * unit.days, step: step * unit.days },
  };
}

/** A mean is of relief, unless it has a unit of time; a range is of durations, unless it is in percent. */
function partOf(report: SummaryReport, asked: Asked, refuse: Refuse): Part | null {
  const { mean, minimum, maximum, unit } = report;
  const isTime = durationUnit(unit) !== undefined;
  if (unit !== undefined && !isTime && unit !== "%" && unit !== "fraction")
    return refuse(
      `a unit of relief (%, fraction) or of time (day, week, month, year) is needed, got "${unit}"`,
      "unit",
    );
  if (mean !== undefined && !isTime) return reliefPart(report, asked, refuse);
  const hasRange = minimum !== undefined && maximum !== undefined;
  if (hasRange && (isTime || unit === undefined)) return durationPart(report, asked, refuse);
  return refuse("a mean relief, or the shortest and longest relief (minimum, maximum), is needed");
}

/** Name of a file that holds one report; the folder says more than a file called `relief`. */
function nameOf({ path, stem }: InputText): string {
  const folder = path.split(/[/\\]/u).at(-2);
  return /^(?:relief|durations?|summary)$/iu.test(stem) && folder !== undefined && !/^\.{0,2}$/u.test(folder)
    ? folder
    : stem;
}

/** Says how a duration was turned into days. */
function unitNote(source: string, report: SummaryReport, part: Part, { summaryUnit }: Asked): string[] {
  const unit = durationUnit(report.unit ?? summaryUnit);
  if (!part.duration || !unit || unit.days === 1) return [];
  return [`${source}: durations are printed in ${unit.name}s, each counted as ${unit.days} days.`];
}

interface Gathered {
  summary: CohortSummary;
  notes: string[];
}

function add(
  found: Map<string, Gathered>,
  report: SummaryReport,
  source: string,
  asked: Asked,
  refuse: Refuse,
): void {
  const part = partOf(report, asked, refuse);
  if (!part) return;
  const before = found.get(source);
  const notes = [...(before?.notes ?? []), ...unitNote(source, report, part, asked)];
  if (before && before.summary.n !== report.n)
    refuse(`"${source}" has ${before.summary.n} patients in another report, got ${report.n}`, "n");
  else if (before && Object.keys(part).some((name) => name in before.summary))
    refuse(
      `"${source}" has said this in another report; reports of other patients need a file or a source of their own`,
      "source",
    );
  else found.set(source, { summary: { ...(before?.summary ?? { source, n: report.n }), ...part }, notes });
}

/** The names that a source may share patients with. */
function withOverlaps(
  summaries: readonly CohortSummary[],
  { sharePatients = [] }: Pick<CohortFlags, "sharePatients">,
): CohortSummary[] {
  return summaries.map((summary) => {
    const overlaps = sharePatients.flatMap(([a, b]) =>
      a === summary.source ? [b] : b === summary.source ? [a] : [],
    );
    return overlaps.length === 0 ? summary : { ...summary, overlaps };
  });
}

/**
 * Reads what papers say of patients whose scores are not known.
 *
 * @throws {InputError} with every report that cannot be used, and the flag or the field that helps.
 */
export async function readSummaries(flags: CohortFlags, io: Io): Promise<ReadSummaries> {
  const inputs: InputText[] = [];
  for (const file of flags.summary ?? []) inputs.push(await readInput(file, io));
  const found = new Map<string, Gathered>();
  const issues: InputIssue[] = [];
  for (const input of inputs) {
    const { text, path } = input;
    const refuse: Refuse = (message, column) => {
      issues.push({ path, message, ...(column !== undefined && { column }) });
      return null;
    };
    const reports = readSummary(text, { path });
    for (const report of reports) {
      const source = reports.length === 1 ? nameOf(input) : report.source;
      if (source === undefined) refuse("where each of several reports stands is needed", "source");
      else add(found, report, source, flags, refuse);
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  const gathered = [...found.values()];
  return {
    summaries: withOverlaps(
      gathered.map(({ summary }) => summary),
      flags,
    ),
    notes: gathered.flatMap(({ notes }) => notes),
    inputs,
  };
}
