import { EstimationError } from "../../../../errors.ts";
import type { TrialRow } from "../trial-rows.ts";
import type { TrialTerm } from "../trial-term.ts";

/** Place of each row's period in its block, from 0. */
function placesInBlock(model: string, rows: readonly TrialRow[]): number[] {
  const periods = new Map<number, number[]>();
  for (const { block, period } of rows) {
    if (block === null) {
      const message = `Cannot fit "${model}": needs to know the block of each score, got a trial without blocks`;
      throw new EstimationError("not-identifiable", message);
    }
    const own = periods.get(block) ?? [];
    if (!own.includes(period)) own.push(period);
    periods.set(block, own);
  }
  return rows.map(({ block, period }) => periods.get(block!)!.indexOf(period));
}

/** What the second, third … period of a block adds to the first, whatever the treatment. */
export const period: TrialTerm = {
  name: "period",
  label: "Period within its block",
  allowsFor: "a difference between the first and the later periods of a block",
  columns(model, rows) {
    const places = placesInBlock(model, rows);
    const last = Math.max(...places);
    return Array.from({ length: last }, (_, i) => ({
      name: `period ${i + 2}`,
      label: `Period ${i + 2} of a block less its first`,
      unit: "score",
      values: places.map((place) => Number(place === i + 1)),
    }));
  },
};
