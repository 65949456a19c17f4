import { bentkusLimit } from "./bentkus.ts";
import { klChernoffLimit } from "./kl-chernoff.ts";
import { meanOnlyInterval } from "./known-bounds.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * The narrower of KL–Chernoff and Bentkus on either side. Both bound the same tail for certain, so the smaller bound does
 * too, and choosing between them costs nothing.
 *
 * @see Hoeffding (1963), J Am Stat Assoc 58:13–30, equation 2.1; Bentkus (2004), Ann Probab 32:1650–1673, theorem 1.2.
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }).upper; // 99.25
 */
export const chernoffOrBentkus: SummaryInterval = meanOnlyInterval({
  name: "chernoff-or-bentkus",
  label: "KL–Chernoff or Bentkus, the narrower",
  reference: "Hoeffding (1963), J Am Stat Assoc 58:13–30; Bentkus (2004), Ann Probab 32:1650–1673",
  lowerLimit: (n, mean, tail) => Math.max(klChernoffLimit(n, mean, tail), bentkusLimit(n, mean, tail)),
});
