import type { PooledResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatFixed, formatPercent, formatValue } from "../format-number.ts";
import { formatPValue } from "./p-value.ts";
import { assumesOneEffect, isPooled, type ReadablePool, readPool } from "./read-pool.ts";

/** Columns that say what a series is about: where they differ, a mean over them is of no one thing. */
const SUBJECTS: readonly string[] = ["population", "disease", "outcome", "design", "pain"];

/** Up to this many series a test of their differences has hardly any power. */
const FEW = 10;

/** τ² with as many digits as its own interval supports. */
function amount(value: number | null): string {
  return value === null ? "–" : Number(value.toPrecision(2)).toString();
}

function chanceSentence({ heterogeneity, nSeries }: PooledResult): string[] {
  const { q, degreesOfFreedom, pValue } = heterogeneity;
  if (pValue === null) return [];
  const beyond =
    pValue < 0.05
      ? "The series differ more than chance would have it"
      : `The series may differ by chance alone${nSeries > FEW ? "" : ", though so few would hardly show more"}`;
  return [`${beyond} (Q ${formatFixed(q, 1)}, ${degreesOfFreedom} df, p ${formatPValue(pValue)}).`];
}

function zeroSentence(result: PooledResult): string[] {
  const row = findEstimate(result.estimates, "tauSquared");
  if (row?.estimate !== 0 || row.upper === null || row.upper === 0) return [];
  return [
    `τ², the variance of the true effects between series, is estimated as 0. That does not show that the series agree: ${result.nSeries} of them are compatible with any τ² up to ${amount(row.upper)} (${formatPercent(row.level)}).`,
  ];
}

function shareSentence(result: PooledResult): string[] {
  const row = findEstimate(result.estimates, "iSquared");
  if (!row || row.estimate === null || row.estimate === 0 || row.lower === null || row.upper === null)
    return [];
  const share = formatValue(row.estimate, "fraction");
  const range = `${formatValue(row.lower, "fraction")} to ${formatValue(row.upper, "fraction")}`;
  return [
    `Of the scatter between the series ${share} is more than sampling explains (I²; ${formatPercent(row.level)} interval: ${range}).`,
  ];
}

/** How far the series differ, and how little that is known. */
export function differenceSentences(result: PooledResult): string[] {
  if (!isPooled(result)) return [];
  const one = assumesOneEffect(result)
    ? [
        "One effect was taken for all series; that they share it is an assumption, and nothing is said of others.",
      ]
    : [];
  const silent = result.series.filter(({ weight }) => weight === 0).map(({ series }) => series);
  const weightless =
    silent.length === 0
      ? []
      : [
          `${silent.join(", ")}: the weight is 0, because nobody had the event on one side; its events still count in the pool.`,
        ];
  return [
    ...chanceSentence(result),
    ...shareSentence(result),
    ...zeroSentence(result),
    ...one,
    ...weightless,
  ];
}

/** Subjects on which pooled series differ, each with what there is. */
function mixed({ series }: ReadablePool): string[] {
  return SUBJECTS.flatMap((name) => {
    const found = [
      ...new Set(series.map(({ moderators }) => moderators?.[name]).filter((one) => one !== undefined)),
    ];
    return found.length > 1 ? [`${name} (${found.join("; ")})`] : [];
  });
}

function certaintySentence({ series }: ReadablePool): string[] {
  const doubtful = series.filter(({ moderators }) => {
    const certainty = moderators?.certainty;
    return certainty !== undefined && certainty !== "stated";
  });
  if (doubtful.length === 0) return [];
  const names = doubtful
    .map(({ series: name, moderators }) => `${name} (${moderators!.certainty})`)
    .join(", ");
  return [`Not every count is printed in its source: ${names}.`];
}

/** What a pool of these series can and cannot mean. */
export function meaningSentences(result: ReadablePool & { nSeries: number }): string[] {
  const differ = isPooled(result) ? mixed(result) : [];
  const isOneGroup = readPool(result).noEffect === null;
  return [
    ...(differ.length > 0
      ? [
          `The series differ in ${differ.join(", in ")}: their mean is of no one of these, and not what a patient with one of them may expect.`,
        ]
      : []),
    ...(isOneGroup ? ["Series without a control group show what happened, not what the treatment did."] : []),
    ...certaintySentence(result),
    "Which series share patients is taken from the file; whether others exist that were never published cannot be told from these.",
  ];
}

/** Series that were given but not pooled, each with its reason. */
export function leftOutSentences({ leftOut }: Pick<PooledResult, "leftOut">): string[] {
  return leftOut.map(
    ({ series, reason }) => `${series}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
  );
}
