import type { SeriesSummary } from "../../schema/series.ts";

/** A number of a summary that can't be. */
export interface SummaryProblem {
  column: string;
  /** What is needed and what was found. */
  message: string;
}

/** Finds what is unsound in a summary that has every column needed. */
export type SummaryCheck = (summary: SeriesSummary) => SummaryProblem[];

function check(column: string, need: string, holds: (summary: SeriesSummary) => boolean): SummaryCheck {
  return (summary) =>
    holds(summary) ? [] : [{ column, message: `needs ${column} ${need}, got ${summary[column]}` }];
}

/** A whole number of at least `minimum`, such as patients or events. */
export function whole(column: string, minimum: number): SummaryCheck {
  return check(column, `to be a whole number of at least ${minimum}`, (summary) => {
    return Number.isSafeInteger(summary[column]) && summary[column]! >= minimum;
  });
}

/** A finite number above 0, such as a standard deviation or a mean whose log is taken. */
export function positive(column: string): SummaryCheck {
  return check(column, "to be above 0", (summary) => summary[column]! > 0 && summary[column]! < Infinity);
}

/** Any finite number, such as a mean. */
export function finite(column: string): SummaryCheck {
  return check(column, "to be a finite number", (summary) => Number.isFinite(summary[column]));
}

/** A number from `lowest` to `highest`, both allowed. */
export function within(column: string, lowest: number, highest: number): SummaryCheck {
  return check(column, `to lie in [${lowest}, ${highest}]`, (summary) => {
    return summary[column]! >= lowest && summary[column]! <= highest;
  });
}

/** A number between −1 and 1, neither allowed, as a correlation with a sampling variance. */
export function insideUnit(column: string): SummaryCheck {
  return check(column, "to lie between −1 and 1", (summary) => Math.abs(summary[column]!) < 1);
}

/** No larger than another column, such as events than patients. */
export function atMost(column: string, other: string): SummaryCheck {
  return (summary) =>
    summary[column]! > summary[other]!
      ? [
          {
            column,
            message: `needs ${column} to be at most ${other} = ${summary[other]}, got ${summary[column]}`,
          },
        ]
      : [];
}
