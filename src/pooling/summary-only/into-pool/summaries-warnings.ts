import type { MissingSpread, UnknownSpread } from "../../../schema/pooled-summaries-result.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { SpreadLaw } from "./spread-laws/spread-law.ts";
import type { FoundRange } from "./spread-ranges.ts";

const short = (value: number): string => Number(value.toPrecision(3)).toString();

function between(lower: number, upper: number | null): string {
  return upper === null ? `${short(lower)} or more` : `${short(lower)} to ${short(upper)}`;
}

function unknownWarning({ series, column, lower, upper }: UnknownSpread, law: SpreadLaw): Warning {
  const label = `${law.label.charAt(0).toLowerCase()}${law.label.slice(1)}`;
  return {
    code: "spread-unknown",
    message:
      lower === upper
        ? `${series} gives no ${column}; what it gives leaves ${short(lower)} only`
        : `${series} gives no ${column}. What it gives leaves ${between(lower, upper)}; taken as ${label}`,
  };
}

function endWarnings(unknown: readonly UnknownSpread[]): Warning[] {
  const named = (rows: readonly UnknownSpread[]): string => rows.map(({ series }) => series).join(", ");
  const zero = unknown.filter(({ lawLower }) => lawLower === 0);
  const endless = unknown.filter(({ lawUpper }) => lawUpper === null);
  return [
    ...(zero.length > 0
      ? [
          {
            code: "zero-spread-limit",
            message: `The lowest standard deviation of ${named(zero)} is 0: all its patients alike. Such a series can't be weighed, so the row beside is the limit, computed at a millionth of the highest`,
          },
        ]
      : []),
    ...(endless.length > 0
      ? [
          {
            code: "spread-without-end",
            message: `What ${named(endless)} gives leaves the standard deviation without an upper end: the highest shown is the one that 99.9 % of the law stay below`,
          },
        ]
      : []),
  ];
}

function shareWarnings({ widthShare }: MissingSpread): Warning[] {
  if (widthShare === null || widthShare < 0.005) return [];
  return [
    {
      code: "unknown-spread-share",
      message: `${Math.round(100 * widthShare)} % of the width of the interval of the mean comes from not knowing the standard deviations`,
    },
  ];
}

/** What was not known, what was assumed, and what that does to the answer. */
export function summariesWarnings(
  unknown: readonly UnknownSpread[],
  ranges: readonly FoundRange[],
  law: SpreadLaw,
  missing: MissingSpread,
  unanswered: readonly string[],
): Warning[] {
  const notes = [...new Set(ranges.flatMap((range) => range.notes))];
  return [
    ...unknown.map((one) => unknownWarning(one, law)),
    ...endWarnings(unknown),
    ...shareWarnings(missing),
    ...notes.map((message) => ({ code: "feasible-set", message })),
    ...unanswered.map((label) => ({
      code: "extreme-without-answer",
      message: `${label}: the pool at these standard deviations has no answer, so this row is empty`,
    })),
  ];
}
