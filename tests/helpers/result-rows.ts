import type { ChartableResult } from "../../src/render/charts/index.ts";

/** Names of the list of a result that a chart draws, the first that a result has. */
const DRAWN_LISTS = [
  "points",
  "steps",
  "distribution",
  "rows",
  "intervals",
  "series",
  "residuals",
  "visits",
  "patients",
  "periods",
  "observations",
  "models",
];

/** Charts that draw a part of the list, and why. */
const LESS_THAN_THE_LIST: Readonly<Record<string, (result: ChartableResult) => boolean>> = {
  // Beyond forty courses the curve and the numbers at risk stand for them.
  survival: (result) => result.kind === "relapse" && result.observations.length > 40,
  // It draws how much the patients differ, not the patients.
  "cohort-heterogeneity": () => true,
  // It draws series with a value of the moderator; one without stays out of the regression too.
  bubble: (result) => result.kind === "pooled" && result.series.some(({ moderators }) => !moderators),
};

/** How many marks a chart must draw at least: one for each row of its result, and one where it has no rows. */
export function leastMarks(chart: string, result: ChartableResult): number {
  if (LESS_THAN_THE_LIST[chart]?.(result)) return 1;
  const lists = result as unknown as Readonly<Record<string, unknown>>;
  const name = DRAWN_LISTS.find((list) => Array.isArray(lists[list]));
  const rows = name === undefined ? [] : (lists[name] as { nAssignments?: number }[]);
  // A bar of no assignment has no height.
  return Math.max(1, rows.filter(({ nAssignments }) => nAssignments !== 0).length);
}
