import type { TrialPeriod, TrialResult } from "../../schema/index.ts";
import { count } from "../text/assumptions.ts";
import { nameInSentence } from "../trial/trial-names.ts";

/** Periods whose sequence is written out; longer ones are cut. */
const LONGEST_SEQUENCE = 24;

/** "saline, IVIG, IVIG, saline". */
export function sequenceInWords({ periods }: Pick<TrialResult, "periods">): string {
  const names = periods.slice(0, LONGEST_SEQUENCE).map(({ treatment }) => nameInSentence(treatment));
  const rest = periods.length - names.length;
  return `${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** Periods and scores of one treatment: "4 periods of saline with 24 scores". */
function treatmentInWords({ periods, scores }: TrialResult, name: string): string {
  const own = periods.filter(({ treatment }) => treatment === name).length;
  const taken = scores.filter(({ treatment }) => treatment === name).length;
  return `${count(own, "period")} of ${nameInSentence(name)} with ${count(taken, "score")}`;
}

/** What was analysed, treatment by treatment. */
export function analysedInWords(result: TrialResult): string {
  const names = [...new Set([result.reference, result.treatment, ...result.scores.map((s) => s.treatment)])];
  return names.map((name) => treatmentInWords(result, name)).join("; ");
}

const lengthOf = ({ firstDay, lastDay }: TrialPeriod): number | null =>
  firstDay === null || lastDay === null ? null : lastDay - firstDay + 1;

/** "scores over 21 days in each period", "… over 19 to 21 days"; null where the file has no days, or one score a period. */
export function periodLength({ periods }: Pick<TrialResult, "periods">): string | null {
  const lengths = periods.map(lengthOf);
  if (lengths.length === 0 || lengths.includes(null)) return null;
  const days = lengths as number[];
  const [least, most] = [Math.min(...days), Math.max(...days)];
  if (most <= 1) return null;
  const shown = least === most ? count(most, "day") : `${least} to ${most} days`;
  return `the scores of a period span ${shown}`;
}

/** First and last day with a score; null where the file has none. */
export function spanOfDays({
  periods,
}: Pick<TrialResult, "periods">): { first: number; last: number } | null {
  const first = periods.flatMap(({ firstDay }) => firstDay ?? []);
  const last = periods.flatMap(({ lastDay }) => lastDay ?? []);
  if (first.length === 0 || last.length === 0) return null;
  return { first: Math.min(...first), last: Math.max(...last) };
}

/** What a plan hashed before unblinding says of this analysis. */
export interface PlannedAs {
  sha256: string;
  deviations: string[];
  reason: string | null;
}

/** The plan that the command line checked; null where there was none. */
export function plannedAs({ provenance }: Pick<TrialResult, "provenance">): PlannedAs | null {
  const { plan } = provenance.options;
  if (plan === null || typeof plan !== "object" || Array.isArray(plan)) return null;
  const { sha256, deviations, reason } = plan;
  if (typeof sha256 !== "string") return null;
  const told = Array.isArray(deviations) ? deviations.filter((one) => typeof one === "string") : [];
  return { sha256, deviations: told, reason: typeof reason === "string" ? reason : null };
}

/** Scores planned and missed of all treatments; null where the file tells of none missing. */
export function missedScores({
  intercurrentEvents,
}: TrialResult): { planned: number; missed: number } | null {
  if (!intercurrentEvents) return null;
  const { treatments } = intercurrentEvents;
  return {
    planned: treatments.reduce((sum, { nPlanned }) => sum + nPlanned, 0),
    missed: treatments.reduce((sum, { nMissing }) => sum + nMissing, 0),
  };
}
