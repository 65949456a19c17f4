import type { ResponseResult } from "../schema/index.ts";
import { estimateGroups, sensitivityLines } from "./estimate-table.ts";
import { formatPercent } from "./format-number.ts";
import { plainText } from "./plain-text.ts";
import { describeRelapseRule } from "./relapse-rule.ts";
import { intervalName } from "./response-summary.ts";
import { textTable } from "./table.ts";
import { count } from "./text/assumptions.ts";

const ONE_ARM =
  "There is no control period: natural course, regression to the mean and other treatments are inside the relief; an N-of-1 trial separates them.";

function headerLine(result: ResponseResult): string {
  const { patient, model, nObservations, nCourses, priors, estimates } = result;
  const first = estimates[0];
  const parts = [
    plainText(patient),
    model,
    `${count(nObservations, "score")}, ${count(nCourses, "course")}`,
    `${priors.set} priors`,
    ...(first ? [`${first.method} ${formatPercent(first.level)}`] : []),
  ];
  return parts.join(" · ");
}

/** Headings and lines in one table, so that every group shares its columns. */
function estimateLines(result: ResponseResult): string[] {
  const groups = estimateGroups(result);
  const hasSource = result.estimates.some(({ dataShare }) => dataShare !== undefined);
  const head = [
    "Quantity",
    "Estimate",
    intervalName(result.estimates),
    ...(hasSource ? ["From the data"] : []),
  ];
  const rows = [head];
  const headings = new Map<number, string>();
  for (const { heading, lines } of groups) {
    headings.set(rows.length, heading);
    for (const { label, estimate, interval, source } of lines)
      rows.push([`  ${label}`, estimate, interval, source]);
  }
  return textTable(rows).flatMap((line, i) =>
    headings.has(i) ? ["", plainText(headings.get(i)!), line] : [line],
  );
}

function sensitivityBlock(result: ResponseResult): string[] {
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
 * Sets a result as plain text for a terminal: header, estimates by course, sensitivity, warnings, and the reminder that a
 * single arm has no control.
 *
 * @returns Lines joined by "\n", without one at the end.
 * @example
 * console.log(responseTable(result));
 */
export function responseTable(result: ResponseResult): string {
  const warnings = result.warnings.filter(({ code }) => code !== "single-arm");
  const singleArm = result.warnings.find(({ code }) => code === "single-arm")?.message ?? ONE_ARM;
  return [
    headerLine(result),
    `Relapse: ${describeRelapseRule(result.relapseAt)}`,
    "",
    ...estimateLines(result),
    ...sensitivityBlock(result),
    ...(warnings.length > 0 ? ["", "Warnings"] : []),
    ...warnings.map(({ message }) => `  ${plainText(message)}`),
    "",
    plainText(singleArm),
  ].join("\n");
}
