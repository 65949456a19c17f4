import type { ResponseResult } from "../schema/index.ts";
import {
  DATA_SOURCE,
  estimateGroups,
  hasDataShares,
  sensitivityLines,
  tableNotes,
} from "./estimate-table.ts";
import { probabilityGroups } from "./event-probabilities.ts";
import { formatPercent } from "./format-number.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";
import { nameWithOutcome } from "./patient-name.ts";
import { plainText } from "./plain-text.ts";
import { describeRelapseRule, higherIsBetter } from "./relapse-rule.ts";
import { intervalName, responseSummary } from "./response-summary.ts";
import { textTable } from "./table.ts";
import { count } from "./text/assumptions.ts";
import { noEffectSentences } from "./text/no-effect.ts";
import { warningsIn } from "./text/said-once.ts";

const ONE_ARM =
  "There is no control period: natural course, regression to the mean and other treatments are inside the relief; an N-of-1 trial separates them.";

function headerLine(result: ResponseResult): string {
  const { model, nObservations, nCourses, priors, estimates } = result;
  const first = estimates[0];
  const parts = [
    plainText(nameWithOutcome(result)),
    model,
    `${count(nObservations, "score")}, ${count(nCourses, "course")}`,
    `${priors.set} priors`,
    ...(first ? [`${first.method} ${formatPercent(first.level)}`] : []),
  ];
  return parts.join(" · ");
}

/** Rows under the headings of their groups, in one table, so that every group shares its columns. */
function groupedTable(
  head: readonly string[],
  groups: readonly { heading: string; rows: readonly (readonly string[])[] }[],
): string[] {
  const headings = new Map<number, string>();
  const rows = [head];
  for (const group of groups) {
    headings.set(rows.length, group.heading);
    for (const [label = "", ...cells] of group.rows) rows.push([`  ${label}`, ...cells]);
  }
  return textTable(rows).flatMap((line, i) =>
    headings.has(i) ? ["", plainText(headings.get(i)!), line] : [line],
  );
}

function estimateLines(result: ResponseResult): string[] {
  const hasSource = hasDataShares(result);
  const head = ["Quantity", "Estimate", intervalName(result.estimates), ...(hasSource ? [DATA_SOURCE] : [])];
  const groups = estimateGroups(result).map(({ heading, lines }) => ({
    heading,
    rows: lines.map(({ label, estimate, interval, source }) => [
      label,
      estimate,
      interval,
      ...(hasSource ? [source] : []),
    ]),
  }));
  const notes = tableNotes(result);
  return [...groupedTable(head, groups), ...(notes.length > 0 ? ["", ...notes] : [])];
}

/** What only a posterior says of a model with an effect: probabilities, and how no effect compares. */
function probabilityBlock(result: ResponseResult): string[] {
  if (result.posterior === null || result.noEffect === null) return [];
  const groups = probabilityGroups(result).map(({ heading, lines }) => ({
    heading,
    rows: lines.map(({ label, probability }) => [label, probability]),
  }));
  return [
    "",
    ...groupedTable(["Event", "Probability"], groups),
    "",
    isPriorsAlone(result) ? "No effect" : "Compared with no effect",
    ...noEffectSentences(result).map((sentence) => `  ${plainText(sentence)}`),
  ];
}

function sensitivityBlock(result: ResponseResult): string[] {
  if (isPriorsAlone(result)) return [];
  return result.sensitivity.flatMap((analysis) => {
    const lines = sensitivityLines(result, analysis);
    const head = ["  Quantity", "As found", plainText(analysis.label)];
    return [
      "",
      "Under another assumption",
      ...textTable([head, ...lines.map((l) => [`  ${l.label}`, l.found, l.instead])]),
    ];
  });
}

/**
 * Sets a result as plain text for a terminal: header, the answer, estimates by course, probabilities, sensitivity,
 * warnings, and the reminder that a single arm has no control.
 *
 * @returns Lines joined by "\n", without one at the end.
 * @example
 * console.log(responseTable(result));
 */
export function responseTable(result: ResponseResult): string {
  const warnings = warningsIn(result, "warnings", "unknown", "assumptions", "posterior");
  const singleArm = result.warnings.find(({ code }) => code === "single-arm")?.message ?? ONE_ARM;
  return [
    headerLine(result),
    `Relapse: ${describeRelapseRule(result.relapseAt, higherIsBetter(result))}`,
    "",
    plainText(responseSummary(result)),
    "",
    ...estimateLines(result),
    ...probabilityBlock(result),
    ...sensitivityBlock(result),
    ...(warnings.length > 0 ? ["", "Warnings"] : []),
    ...warnings.map((message) => `  ${plainText(message)}`),
    "",
    plainText(singleArm),
  ].join("\n");
}
