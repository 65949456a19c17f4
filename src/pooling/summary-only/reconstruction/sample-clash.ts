import type { SummaryReport } from "../../../schema/summary-report.ts";
import { findClashes } from "../feasible/find-clashes.ts";
import { shortNumber, wordList } from "../feasible/short-number.ts";
import { conditionsOf, type Statement, statementsOf } from "../feasible/statements.ts";
import { sampleSpace } from "./sample-space.ts";
import type { ScoreValue } from "./score-values.ts";
import { walkSamples } from "./walk-samples.ts";

const MOST_TRIED = 1_000_000;

/** Whether some sample of these values meets the statements; undefined where the search was not finished. */
export function hasSample(
  n: number,
  values: readonly ScoreValue[],
  statements: readonly Statement[],
): boolean | undefined {
  const conditions = conditionsOf(n, statements);
  if (conditions === undefined || values.length === 0) return false;
  const { value, done } = walkSamples(sampleSpace(values, conditions), { tried: 0, most: MOST_TRIED }).next();
  return done === true && value === false ? undefined : done !== true;
}

/**
 * Says which statements of a report no sample of these values can meet together.
 *
 * @param report A report that admits no sample.
 * @param values The values that a patient can have.
 * @returns One sentence for each clash.
 */
export function sampleClash(report: SummaryReport, values: readonly ScoreValue[]): string {
  const { n } = report;
  const statements = statementsOf(report);
  const algebraic = findClashes(n, statements);
  if (algebraic.length > 0) return algebraic.map(({ message }) => message).join("; ");
  let clash = statements;
  for (const one of statements) {
    const without = clash.filter((other) => other !== one);
    if (hasSample(n, values, without) === false) clash = without;
  }
  const given = wordList([`n = ${n}`, ...clash.map(({ name, value }) => `${name} ${shortNumber(value)}`)]);
  const first = values[0]?.value;
  const range =
    first === undefined
      ? "no value at all"
      : `${values.length} values from ${shortNumber(first)} to ${shortNumber(values[values.length - 1]!.value)}`;
  return `No sample of the scores a patient can have (${range}) gives ${given}`;
}
