import type { RelapseResult, RelapseRow } from "../../schema/index.ts";
import { count } from "../text/assumptions.ts";
import type { WordSection } from "../words/word-report.ts";
import { spanInWords } from "./median-words.ts";
import { groupOf } from "./relapse-name.ts";
import { rangeOf } from "./relapse-range.ts";
import type { RelapseStudy } from "./relapse-study.ts";

/** How the relapses are known. */
function knowledge(rows: readonly RelapseRow[]): string[] {
  if (rows.length === 0) return [];
  const nOf = (test: (row: RelapseRow) => boolean): number => rows.filter(test).length;
  const parts: [number, string][] = [
    [nOf(({ lower, upper }) => upper === lower), "with the time of the relapse known"],
    [
      nOf(({ lower, upper }) => upper !== null && upper > lower),
      "with a relapse somewhere between two times",
    ],
    [nOf(({ upper }) => upper === null), "without a relapse so far"],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return [`${count(rows.length, "course")}: ${words.join(", ")}.`];
}

/** Only the ends of several times are known. */
function ofRange(result: RelapseResult): string[] {
  const range = rangeOf(result);
  if (!range) return [];
  return [
    `Of ${range.n} times only the earliest and the latest are known; each is taken to be of a patient of its own, and the time of the relapse to be known exactly.`,
  ];
}

/** More spans than this are left to the table. */
const MOST_SPANS = 3;

/** Spans in which a nonparametric curve falls somewhere. */
function undefinedSpans(result: RelapseResult): string[] {
  const { masses, timeUnit } = result;
  const spans = masses.filter(({ lower, upper }) => lower !== upper);
  if (spans.length === 0) return [];
  const group = groupOf(result);
  if (spans.length > MOST_SPANS)
    return [
      `${group === null ? "" : `${group}: `}The curve falls, nobody knows where, within each of ${spans.length} spans.`,
    ];
  const words = spans.map(({ lower, upper }) => spanInWords(lower, upper, timeUnit));
  return [`${group === null ? "" : `${group}: `}The curve falls, nobody knows where, ${words.join("; ")}.`];
}

/** Without a control period a time well is not an effect. */
const NO_CONTROL =
  "These times say how long patients stayed well after a course, by the rule that was declared. Without courses of no treatment they do not show that the treatment made them well.";

/** Warnings that say what the data can't tell; the others stand under "Warnings". */
export const UNKNOWN_CODES: readonly string[] = [
  "no-relapse",
  "not-reached",
  "too-few-for-median-limits",
  "interval-open",
  "prior-decided",
  "extrapolated",
  "known-within-interval",
  "limits-undefined",
  "restricted-mean-unknown",
  "no-limits",
];

/**
 * Messages of warnings of a study, each once; behind the names of its groups where it is not of all.
 *
 * @param test Which codes.
 */
export function messagesOf(study: RelapseStudy, test: (code: string) => boolean): string[] {
  const { results, average, intervals, logRank, comparison, diagnostics } = study;
  const groups = new Map<string, (string | null)[]>();
  for (const result of results) {
    for (const { code, message } of result.warnings)
      if (test(code)) groups.set(message, [...(groups.get(message) ?? []), groupOf(result)]);
  }
  const ofResults = [...groups].map(([message, names]) =>
    names.length === results.length ? message : `${names.join(", ")}: ${message}`,
  );
  const further = [average, ...intervals, logRank, comparison, diagnostics].flatMap(
    (one) => one?.warnings ?? [],
  );
  const ofOthers = further.filter(({ code }) => test(code)).map(({ message }) => message);
  return [...new Set([...ofResults, ...ofOthers])];
}

/** What the data could not tell. */
export function unknownSection(study: RelapseStudy): WordSection {
  const { results } = study;
  return {
    id: "unknown",
    heading: "What the data cannot say",
    sentences: [
      ...knowledge(results.flatMap(({ observations }) => observations)),
      ...results.flatMap(ofRange),
      ...results.flatMap(undefinedSpans),
      ...messagesOf(study, (code) => UNKNOWN_CODES.includes(code)),
      NO_CONTROL,
    ],
    tables: [],
  };
}
