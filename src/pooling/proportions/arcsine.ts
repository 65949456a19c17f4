import { byComplement, deviate, type ProportionMethod } from "./proportion-method.ts";

function lower(events: number, n: number, level: number): number {
  const angle = Math.asin(Math.sqrt(events / n)) - deviate(level) / (2 * Math.sqrt(n));
  return Math.sin(Math.max(0, angle)) ** 2;
}

/**
 * Arcsine interval: normal on the scale of arcsin √p. Too short at 0 of n and n of n.
 *
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.2.1, without Anscombe's correction.
 * doi:10.1214/ss/1009213286
 * @example
 * arcsine.interval(18, 22, 0.95).lower; // 0.634285526664074
 */
export const arcsine: ProportionMethod = {
  name: "arcsine",
  label: "Arcsine",
  reference: "Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.2.1",
  guaranteed: false,
  interval: byComplement(lower),
};
