import type { Improvement, Scale } from "../schema/index.ts";
import { numericalRatingScale } from "../schema/numerical-rating-scale.ts";
import type { Report } from "./collect-issues.ts";
import { describeFound, showText } from "./describe-found.ts";
import { nearestName } from "./nearest-name.ts";
import type { PatientColumns } from "./patient-columns.ts";
import { readJsonImprovement } from "./read-json-improvement.ts";
import { type OutcomeSettings, readJsonOutcomes } from "./read-json-outcomes.ts";
import { readJsonScale } from "./read-json-scale.ts";
import type { Table } from "./read-table.ts";

/** What holds for the scores of one outcome. */
export interface ScoreSettings {
  /** undefined where it is not known, and scores go unchecked. */
  scale: Scale | undefined;
  /** undefined where nothing says so. */
  improvement: Improvement | undefined;
}

/** What the caller says, which goes before what the file says of all outcomes. */
export interface AskedSettings {
  scale?: Scale | undefined;
  improvement?: Improvement | undefined;
}

/** Every outcome that has settings must have rows, or its settings would be lost without a word. */
function checkOutcomesHaveRows(
  table: Table<PatientColumns>,
  outcomes: ReadonlyMap<string, OutcomeSettings>,
  report: Report,
): void {
  const inRows = new Set(table.rows.flatMap(({ cells }) => (cells.outcome === null ? [] : [cells.outcome])));
  for (const outcome of outcomes.keys()) {
    if (inRows.has(outcome)) continue;
    const nearest = nearestName(outcome, [...inRows]);
    const needed = nearest === undefined ? "needs a row with this outcome" : `did you mean \`${nearest}\`?`;
    report(
      `no row has the outcome ${describeFound(outcome)}; ${needed}`,
      undefined,
      `outcomes.${showText(outcome)}`,
    );
  }
}

/**
 * The scale of each outcome, and which way its scores go when it gets better.
 *
 * What a file says of one outcome goes first, then what the caller says, then what the file says of all, then 0–10.
 *
 * @param table The file, its cells read.
 * @param asked What the caller says.
 * @param report Takes what is wrong with the file's settings.
 * @returns The settings by outcome; null is the outcome of a file that names none.
 */
export function patientSettings(
  table: Table<PatientColumns>,
  asked: AskedSettings,
  report: Report,
): (outcome: string | null) => ScoreSettings {
  const { settings, doubtfulSettings } = table;
  const read = <T>(key: string, reader: (found: unknown, report: Report) => T): T | undefined =>
    settings.has(key) ? reader(settings.get(key), report) : undefined;
  const scale = read("scale", readJsonScale);
  const improvement = read("improvement", readJsonImprovement);
  const outcomes = read("outcomes", readJsonOutcomes) ?? new Map<string, OutcomeSettings>();
  checkOutcomesHaveRows(table, outcomes, report);
  const usual = settings.has("scale") || doubtfulSettings.has("scale") ? scale : numericalRatingScale;
  return (outcome) => {
    const own = outcome === null ? undefined : outcomes.get(outcome);
    const way = own?.improvement ?? asked.improvement ?? improvement;
    if (own?.scale === "unsound" || (outcome !== null && doubtfulSettings.has("outcomes"))) {
      return { scale: undefined, improvement: way };
    }
    return { scale: own?.scale ?? asked.scale ?? usual, improvement: way };
  };
}
