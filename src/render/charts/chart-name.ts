import { nameWithOutcome } from "../patient-name.ts";
import { plainText, truncateText } from "../plain-text.ts";

/** Title of a chart: whose result it is, and of which outcome, each cut to what fits. */
export function chartName({ patient, outcome }: { patient: string; outcome?: string }): string {
  return nameWithOutcome({
    patient: truncateText(plainText(patient), 40),
    ...(outcome !== undefined && { outcome: truncateText(plainText(outcome), 28) }),
  });
}

/** Title of an axis of scores: what was scored, where the file says so, with the ends of the scale. */
export function scoreAxisTitle(
  outcome: string | undefined,
  { minimum, maximum }: { minimum: number; maximum: number },
  unnamed = "Score",
): string {
  const name = outcome === undefined ? unnamed : truncateText(plainText(outcome), 24);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${minimum}–${maximum})`;
}
