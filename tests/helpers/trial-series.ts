import type { Trial } from "../../src/schema/index.ts";
import { analyzeSeries } from "../../src/trial/series/analyze-series.ts";
import { pairedTrial } from "./paired-trials.ts";

const scores: Record<string, [number[], number[]]> = {
  P1: [
    [7, 8, 6, 7, 8, 7],
    [4, 3, 5, 4, 3, 4],
  ],
  P2: [
    [6, 5, 6, 7, 5, 6],
    [5, 4, 6, 5, 4, 6],
  ],
  P3: [
    [9, 8, 9, 7, 8, 9],
    [3, 4, 2, 3, 5, 3],
  ],
  P4: [
    [5, 6, 5, 4, 6, 5],
    [4, 5, 5, 3, 4, 5],
  ],
};

/** SYNTHETIC: four patients' pairs of periods under A and B. */
export const seriesTrials: Trial[] = Object.entries(scores).map(([patient, [a, b]]) => ({
  ...pairedTrial(a, b),
  patient,
}));

export const seriesResults = {
  "four patients": analyzeSeries(seriesTrials, { improvement: "decrease", threshold: 2 }),
  "two patients": analyzeSeries(seriesTrials.slice(0, 2), { improvement: "decrease" }),
  "one patient without an answer alone": analyzeSeries(
    [...seriesTrials.slice(0, 2), { ...pairedTrial([5, 5, 5, 5], [5, 5, 5, 5]), patient: "P5" }],
    { improvement: "decrease" },
  ),
};
