/**
 * 1 − e^(−delay), the share of the onset that is past, with its digits near 0 too.
 *
 * @param delay Time in units of the onset's time constant, ≥ 0.
 * @param remaining e^(−delay), where it is known.
 */
export function onsetShare(delay: number, remaining?: number): number {
  return delay < 1 ? -Math.expm1(-delay) : 1 - (remaining ?? Math.exp(-delay));
}
