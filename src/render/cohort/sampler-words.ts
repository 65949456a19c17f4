import type { CohortResult, SamplingSummary } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatFixed } from "../format-number.ts";
import { count } from "../text/assumptions.ts";

const known = (values: readonly (number | null)[]): number[] => values.flatMap((value) => value ?? []);

function worst(
  values: readonly (number | null)[],
  of: (...all: number[]) => number,
  decimals: number,
): string {
  const all = known(values);
  return all.length === 0 ? "not known" : formatFixed(of(...all), decimals);
}

function chainSentences({ sampler, nWarmup, chains, quantities }: SamplingSummary): string[] {
  const nDraws = chains.reduce((sum, chain) => sum + chain.nDraws, 0);
  const divergences = chains.reduce((sum, chain) => sum + chain.divergences, 0);
  const saturated = chains.reduce((sum, chain) => sum + chain.treeDepthSaturation, 0);
  return [
    `Drawn by ${sampler}: ${count(chains.length, "chain")}, ${nDraws} draws after ${nWarmup} of warm-up in each.`,
    `Largest R̂ ${worst(
      quantities.map(({ rHat }) => rHat),
      Math.max,
      3,
    )} (1.01 or less is wanted); fewest effective draws ${worst(
      quantities.map((row) => row.bulkEffectiveDraws),
      Math.min,
      0,
    )} in the middle and ${worst(
      quantities.map((row) => row.tailEffectiveDraws),
      Math.min,
      0,
    )} in the tails (400 or more are wanted).`,
    `${divergences === 0 ? "No step" : count(divergences, "step")} diverged${saturated === 0 ? "" : `; ${count(saturated, "path")} ended at their greatest length`}.`,
  ];
}

/** How the chains of a posterior mixed; nothing where none were run. */
export function samplerSentences({ sampling }: CohortResult): string[] {
  return sampling === null ? [] : chainSentences(sampling);
}

/** R̂, effective draws and Monte-Carlo error of what is common to all patients. */
export function samplerTable({ sampling, patients }: CohortResult): WordTable[] {
  if (sampling === null) return [];
  const isOfPatient = (quantity: string): boolean =>
    patients.some(({ patient }) => quantity.startsWith(`${patient}: `));
  const rows = sampling.quantities.filter(({ quantity }) => !isOfPatient(quantity));
  if (rows.length === 0) return [];
  const number = (value: number | null, decimals: number): string =>
    value === null ? "–" : formatFixed(value, decimals);
  return [
    {
      caption:
        "The typical patient and how patients differ: medians with their Monte-Carlo error, and how well they were drawn.",
      head: ["Quantity", "Median ± error", "R̂", "Effective draws, middle", "Effective draws, tails"],
      groups: [
        {
          rows: rows.map((row) => [
            row.quantity,
            `${number(row.median, 3)} ± ${number(row.medianError, 3)}`,
            number(row.rHat, 3),
            number(row.bulkEffectiveDraws, 0),
            number(row.tailEffectiveDraws, 0),
          ]),
        },
      ],
    },
  ];
}
