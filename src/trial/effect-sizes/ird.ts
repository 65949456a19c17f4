import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
} from "./effect-size-method.ts";
import { leastRemovals, type Removal } from "./least-removal.ts";
import { noKnownSpread } from "./limits.ts";

/** Options of `ird`. */
export interface IrdOptions extends EffectSizeOptions {
  /**
   * Which of several smallest removals counts: half from either phase ("robust", the default), or the one that gives the
   * largest or the smallest rate difference.
   */
  split?: "balanced" | "largest" | "smallest";
}

/**
 * Improvement rate difference (IRD): the share of improved scores in the treatment phase less that in the baseline.
 *
 * Improved are treatment scores left, and baseline scores taken out, by the smallest removal that ends the overlap; equal
 * scores overlap. Where several smallest removals exist, `details` hold the smallest and largest IRD among them, and a
 * warning says if they differ.
 *
 * @see Parker, Vannest & Brown (2009), Except Child 75:135–150, doi:10.1177/001440290907500201; balanced: Parker, Vannest
 * & Davis (2011), Behav Modif 35:303–322, doi:10.1177/0145445511399147
 * @example
 * ird({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 2/3
 */
export const ird: EffectSizeMethod<IrdOptions> = effectSizeMethod({
  name: "ird",
  label: "IRD",
  reference: "Parker, Vannest & Brown (2009), Except Child 75:135–150",
  unit: "fraction",
  range: [-1, 1],
  usesOrder: false,
  reversal: "other",
  invariance: "order",
  needs: [],
  compute: ({ better: { baseline, treatment } }, { split = "balanced" }) => {
    checkChoice("split", split, ["balanced", "largest", "smallest"]);
    const [m, n] = [baseline.length, treatment.length];
    const removals = leastRemovals(baseline, treatment);
    const difference = ({ fromBaseline, fromTreatment }: Removal): number =>
      (m * n - fromTreatment * m - fromBaseline * n) / (m * n);
    const all = removals.map(difference);
    const [smallest, largest] = [Math.min(...all), Math.max(...all)];
    const nRemoved = removals[0]!.fromBaseline + removals[0]!.fromTreatment;
    const balanced = difference({ fromBaseline: 0.5 * nRemoved, fromTreatment: 0.5 * nRemoved });
    return {
      estimate: { balanced, largest, smallest }[split],
      limits: noKnownSpread("IRD"),
      details: { split, nRemoved, smallest, largest },
      warnings: smallest === largest ? [] : [severalRemovals(removals.length, smallest, largest)],
    };
  },
});

function severalRemovals(n: number, smallest: number, largest: number): { code: string; message: string } {
  const message = `${n} removals are equally small; IRD lies from ${smallest.toPrecision(3)} to ${largest.toPrecision(3)} among them`;
  return { code: "several-removals", message };
}
