import type { Chain } from "../chain.ts";

/**
 * How many trajectories of a chain were as deep as allowed, and so perhaps cut off: a matter of speed, not of validity.
 *
 * @see Betancourt (2017), arXiv:1701.02434, section 6.2; Stan Reference Manual 2.32, section 15.2.
 * @example
 * treeDepthSaturation({ treeDepth: Uint8Array.of(3, 10), maxTreeDepth: 10 }); // 1
 */
export function treeDepthSaturation({
  treeDepth,
  maxTreeDepth,
}: Pick<Chain, "treeDepth" | "maxTreeDepth">): number {
  return treeDepth.filter((depth) => depth >= maxTreeDepth).length;
}
