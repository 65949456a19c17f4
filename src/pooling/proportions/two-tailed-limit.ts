import { binomial } from "../../math/distributions/binomial.ts";
import { findRoot } from "../../math/optimize/find-root.ts";

/** How an exact two-sided test counts what lies on the other side of the proportion. */
export interface OtherTail {
  /**
   * The proportion from which `k` or fewer events count as no less unusual than `events` or more; grows with k.
   *
   * @param k In [0, events).
   */
  joinsAt(k: number, events: number, n: number): number;
}

/**
 * Lower limit of an exact two-sided interval: the smallest proportion that the test doesn't reject.
 *
 * Below the estimate the p-value is P(X ≥ events) + P(X ≤ k), k the last number of events that counts. It jumps up where the
 * next k joins, and between falls then rises: it passes α at a jump, or once on the way up to the next. So no grid and no
 * step can miss the limit. Below the start the p-value is less than (n + 1)·P(X ≥ events) < α.
 *
 * @see Klaschka (2010), COMPSTAT 2010, Blaker's intervals: on the jumps that step searches miss.
 */
export function twoTailedLower(events: number, n: number, level: number, { joinsAt }: OtherTail): number {
  if (events === 0) return 0;
  const alpha = 1 - level;
  const pValue = (p: number, k: number): number =>
    binomial.survival(events - 1, n, p) + (k < 0 ? 0 : binomial.cdf(k, n, p));
  const start = findRoot((p) => binomial.survival(events - 1, n, p) - alpha / (n + 2), 0, 1)!;
  let k = lastJoined(events, n, start, joinsAt);
  let from = start;
  for (; k < events - 1; k++) {
    const to = joinsAt(k + 1, events, n);
    if (pValue(to, k) >= alpha) return findRoot((p) => pValue(p, k) - alpha, from, to)!;
    if (pValue(to, k + 1) >= alpha) return to;
    from = to;
  }
  return findRoot((p) => pValue(p, k) - alpha, from, events / n) ?? from;
}

/** The last k that has joined at p, −1 where none has, by bisection. */
function lastJoined(events: number, n: number, p: number, joinsAt: OtherTail["joinsAt"]): number {
  let [joined, apart] = [-1, events];
  while (apart - joined > 1) {
    const middle = Math.floor(0.5 * (joined + apart));
    if (joinsAt(middle, events, n) <= p) joined = middle;
    else apart = middle;
  }
  return joined;
}
