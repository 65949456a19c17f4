import { clipped, deviate, type ProportionLimits, type ProportionMethod } from "./proportion-method.ts";

/** Wald's interval after as many events as non-events were added. */
export function afterAdding(added: number, events: number, n: number, z: number): ProportionLimits {
  const total = n + 2 * added;
  const p = (events + added) / total;
  const half = z * Math.sqrt((p * (1 - p)) / total);
  return clipped(p - half, p + half);
}

/**
 * Agresti and Coull's interval: Wald's after z²/2 events and as many non-events were added. Cut to [0, 1], which is said.
 *
 * @see Agresti & Coull (1998), Am Stat 52:119–126; Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 3.1.3.
 * doi:10.1080/00031305.1998.10480550
 * @example
 * agrestiCoull.interval(5, 5, 0.95).upper; // 1
 */
export const agrestiCoull: ProportionMethod = {
  name: "agresti-coull",
  label: "Agresti–Coull",
  reference: "Agresti & Coull (1998), Am Stat 52:119–126",
  guaranteed: false,
  interval(events, n, level) {
    const z = deviate(level);
    return afterAdding(0.5 * z * z, events, n, z);
  },
};
