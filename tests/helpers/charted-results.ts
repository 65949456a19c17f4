import { type ChartableResult, charts } from "../../src/render/charts/index.ts";
import { calibrationFixtures } from "./calibrations.ts";
import { cohortFixtures } from "./cohort-results.ts";
import { comparisonFixtures } from "./compared-models.ts";
import { summaryFixtures } from "./described-summaries.ts";
import { diagnosticFixtures } from "./diagnosed-pools.ts";
import { furtherFixtures } from "./further-results.ts";
import { bayesFixtures, pooledFixtures, proportionFixtures } from "./pooled-results.ts";
import { powerFixtures } from "./power-results.ts";
import { profileFixtures } from "./profiled-curves.ts";
import { relapseFixtures } from "./relapse-fixtures.ts";
import { responseFixtures } from "./response-fixtures.ts";
import { randomizationResults, trialResults } from "./trial-results.ts";
import { blinded, schedules } from "./trial-schedules.ts";
import { seriesResults } from "./trial-series.ts";

const results: [string, ChartableResult][] = [
  ...Object.entries(responseFixtures),
  ...Object.entries(furtherFixtures).flatMap(([name, fixture]) =>
    Object.entries(fixture).map(([what, result]): [string, ChartableResult] => [`${name} (${what})`, result]),
  ),
  ...relapseFixtures,
  ...Object.entries(pooledFixtures),
  ...Object.entries(bayesFixtures).flatMap(([name, { result, sensitivity }]): [string, ChartableResult][] => [
    [`${name} (Bayes)`, result],
    [`${name} (priors)`, sensitivity],
  ]),
  ...Object.entries(proportionFixtures),
  ...Object.entries(diagnosticFixtures),
  ...Object.entries(cohortFixtures),
  ...Object.entries(calibrationFixtures),
  ...Object.entries(comparisonFixtures),
  ...Object.entries(profileFixtures),
  ...Object.entries(powerFixtures),
  ...Object.entries(summaryFixtures),
  ...[trialResults, randomizationResults, schedules, blinded, seriesResults].flatMap(
    (fixtures): [string, ChartableResult][] => Object.entries(fixtures),
  ),
];
/** Every chart with every made-up or real result that it draws. */
export const chartedResults = charts.flatMap((chart) =>
  results
    .filter(([, result]) => result.kind === chart.accepts && (chart.suits?.(result) ?? true))
    .map(([name, result]) => ({ chart, name, result })),
);
