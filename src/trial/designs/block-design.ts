import type { Json } from "../../schema/provenance.ts";
import { arrangements } from "../spaces/arrangements.ts";
import { product } from "../spaces/product.ts";
import type { TrialDesign } from "../trial-design.ts";

/**
 * A design of blocks in each of which every treatment has as many periods, in an order drawn anew for each block.
 *
 * @param kind Name, label and settings.
 * @param perBlock Periods of each treatment in a block.
 */
export function blockDesign(
  kind: { name: string; label: string; settings: { [setting: string]: Json }; treatments: string[] },
  nBlocks: number,
  perBlock: readonly number[],
): TrialDesign {
  const unitsPerBlock = perBlock.reduce((sum, n) => sum + n, 0);
  return {
    ...kind,
    unit: "period",
    nPatients: 1,
    unitsPerPatient: nBlocks * unitsPerBlock,
    unitsPerBlock,
    hasFixedOrder: false,
    unitsBeforeReturn: 1,
    space: product(Array.from({ length: nBlocks }, () => arrangements(perBlock))),
  };
}
