import type { FeasibleQuantity, FeasibleSet } from "../../../schema/feasible-set.ts";

const NOTHING_KNOWN = { lower: null, upper: null, reported: null };

/** Every value that one quantity can have; no ends where the set says nothing of it. */
export function feasibleRange(feasible: FeasibleSet, quantity: string): FeasibleQuantity {
  return feasible.quantities.find((one) => one.quantity === quantity) ?? { quantity, ...NOTHING_KNOWN };
}
