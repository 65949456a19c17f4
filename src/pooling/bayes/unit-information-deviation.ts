import type { EffectEstimate } from "../../schema/series.ts";

/**
 * The standard deviation that one patient's worth of information has: √(Σ nᵢ / Σ 1/vᵢ). It gives a prior of τ its order of
 * magnitude: half-normal scales of 0.5 and 1 for log odds ratios, whose value is about 4, are an eighth and a quarter of it.
 *
 * @param rows With their patients.
 * @returns In units of the estimates; null where a number of patients is not known, or there is no row.
 * @see Röver et al. (2021), Res Synth Methods 12:448–474 doi:10.1002/jrsm.1475
 * @example
 * unitInformationDeviation([{ estimate: 1, variance: 0.5, n: 8 }, { estimate: 2, variance: 1, n: 4 }]); // 2
 */
export function unitInformationDeviation(
  rows: readonly Pick<EffectEstimate, "n" | "variance">[],
): number | null {
  const sizes = rows.map(({ n }) => n ?? Number.NaN);
  const information = rows.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const squared = sizes.reduce((sum, n) => sum + n, 0) / information;
  return squared > 0 && squared < Infinity ? Math.sqrt(squared) : null;
}
