import type { MixedModel, NamedColumn } from "./mixed-model.ts";

function checkLength(what: string, values: ArrayLike<unknown> | undefined, n: number): void {
  if (values && values.length !== n)
    throw new RangeError(`${what} needs ${n} entries, one per score, got ${values.length}`);
}

function checkColumn(column: NamedColumn, kept: readonly number[], n: number): void {
  checkLength(`column "${column.name}"`, column.values, n);
  const wrong = kept.find((row) => !Number.isFinite(column.values[row]));
  if (wrong !== undefined) {
    throw new RangeError(
      `column "${column.name}" must be finite where there is a score, got ${column.values[wrong]} at ${wrong}`,
    );
  }
}

function checkTimes({ errors = {} }: MixedModel, kept: readonly number[]): void {
  const { correlation, times } = errors;
  if (!correlation) return;
  if (!times) {
    if (!correlation.needsTimes) return;
    throw new RangeError(`errors.times must be given for the correlation "${correlation.name}"`);
  }
  for (const row of kept) {
    const time = times[row]!;
    if (!Number.isFinite(time) || (correlation.wholeTimes && !Number.isInteger(time))) {
      const kind = correlation.wholeTimes ? "whole numbers" : "finite";
      throw new RangeError(
        `errors.times must be ${kind} for the correlation "${correlation.name}", got ${time} at ${row}`,
      );
    }
  }
}

/**
 * Rows that have a score, once every argument is known to be right.
 *
 * @throws {RangeError} when lengths differ, a name stands twice, or a number isn't finite where there is a score.
 */
export function rowsWithScores(model: MixedModel): number[] {
  const n = model.scores.length;
  const kept = model.scores.flatMap((score, row) => (score === null ? [] : [row]));
  for (const row of kept) {
    if (!Number.isFinite(model.scores[row]))
      throw new RangeError(`scores must be finite or null, got ${model.scores[row]} at ${row}`);
  }
  if (model.columns.length === 0) throw new RangeError("columns needs at least 1 entry, got 0");
  const named = [model.columns, model.randomEffects ?? []].map((list) => list.map(({ name }) => name));
  for (const names of named) {
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new RangeError(`names must differ, got "${twice}" twice`);
  }
  for (const column of model.columns) checkColumn(column, kept, n);
  for (const { name, groups, columns } of model.randomEffects ?? []) {
    checkLength(`groups of "${name}"`, groups, n);
    if (columns?.length === 0) throw new RangeError(`columns of "${name}" needs at least 1 entry, got 0`);
    for (const column of columns ?? []) checkColumn(column, kept, n);
  }
  checkLength("errors.series", model.errors?.series, n);
  checkLength("errors.times", model.errors?.times, n);
  checkLength("errors.strata", model.errors?.strata, n);
  checkTimes(model, kept);
  return kept;
}
