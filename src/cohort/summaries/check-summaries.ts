import { InputError, type InputIssue } from "../../errors.ts";
import { type Overlapping, withoutOverlaps } from "../../pooling/overlaps.ts";
import type { CohortSummary, ReportedRelief } from "../../schema/cohort-summary.ts";
import type { Patient } from "../../schema/patient.ts";

/** What a ratio of means lacks: several patients weigh by scores, so it must be known how much these differ. */
function lackOfWeights({ estimand, meanBefore, sdBefore }: ReportedRelief, n: number): string | null {
  if (estimand !== "ratio-of-means" || n === 1) return null;
  if (meanBefore === undefined || sdBefore === undefined)
    return "with a ratio of means, the mean and the standard deviation of the scores before treatment (meanBefore, sdBefore)";
  if (meanBefore > 0 && sdBefore >= 0 && sdBefore <= meanBefore * Math.sqrt(n)) return null;
  return `a mean of the scores before treatment above 0 and a standard deviation of at most √n = ${Math.sqrt(n).toFixed(2)} times the mean`;
}

/** What is wrong with one summary. */
function issuesOf({ n, meanRelief, duration }: CohortSummary, path: string): InputIssue[] {
  const issues: InputIssue[] = [];
  const refuse = (field: string, needed: string, found: unknown): void => {
    issues.push({ path: `${path}.${field}`, message: `${needed} is needed, got ${JSON.stringify(found)}` });
  };
  if (!(Number.isInteger(n) && n >= 1 && n <= 30)) refuse("n", "a whole number of patients from 1 to 30", n);
  if (!meanRelief && !duration) refuse("meanRelief", "a mean relief or a range of durations", null);
  if (meanRelief && !(meanRelief.value <= 1 && meanRelief.step > 0))
    refuse("meanRelief", "a fraction of at most 1 and the step it is printed in", meanRelief);
  if (meanRelief && !(meanRelief.fromDay > 0 && meanRelief.toDay >= meanRelief.fromDay))
    refuse("meanRelief", "days after the course, the first one above 0", meanRelief);
  const lack = meanRelief ? lackOfWeights(meanRelief, n) : null;
  if (lack !== null) refuse("meanRelief", lack, meanRelief);
  if (duration && !(duration.minimum > 0 && duration.maximum >= duration.minimum && duration.step > 0))
    refuse("duration", "a minimum above 0, a maximum no shorter, and the step they are printed in", duration);
  if (duration && n < 2) refuse("duration", "a range of at least 2 patients", n);
  return issues;
}

/**
 * Refuses summaries that cannot be read, and those that share patients with each other or with the patients at hand, unless
 * such an overlap is let through.
 *
 * @throws {InputError} with everything found.
 */
export function checkSummaries(
  summaries: readonly CohortSummary[],
  patients: readonly Patient[],
  overlaps: "refuse" | "warn",
): void {
  const issues = summaries.flatMap((summary, i) => issuesOf(summary, `summaries[${i}]`));
  if (issues.length > 0) throw new InputError(issues);
  if (overlaps === "refuse") withoutOverlaps(sourcesOf(summaries, patients), []);
}

/** Patients and summaries by name, with what each is declared to share. */
export function sourcesOf(
  summaries: readonly CohortSummary[],
  patients: readonly Pick<Patient, "patient">[],
): Overlapping[] {
  return [
    ...patients.map(({ patient }) => ({ series: patient })),
    ...summaries.map(({ source, overlaps }) => ({ series: source, ...(overlaps && { overlaps }) })),
  ];
}
