import {
  type Computed,
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
} from "./effect-size-method.ts";
import { leastRemovals } from "./least-removal.ts";
import { noKnownSpread } from "./limits.ts";

/** Options of `pand`. */
export interface PandOptions extends EffectSizeOptions {
  /** What is left after the smallest removal of overlap (the default), or what sorting all scores leaves in its phase. */
  overlap?: "least-removal" | "sorted";
  /** For `sorted`: equal scores are sorted as if the treatment worked, or as if it did not (the default). */
  ties?: "for" | "against";
}

/** How many of either phase stay in their phase when all scores are sorted and the m lowest go to the baseline. */
function sortedCounts(
  baseline: readonly number[],
  treatment: readonly number[],
  ties: "for" | "against",
): { baseline: number; treatment: number } {
  const first = ties === "for" ? 0 : 1;
  const all = [
    ...baseline.map((score) => ({ score, treated: 0 })),
    ...treatment.map((score) => ({ score, treated: 1 })),
  ].sort((a, b) => a.score - b.score || (a.treated === first ? -1 : 1) - (b.treated === first ? -1 : 1));
  const m = baseline.length;
  return {
    baseline: all.slice(0, m).filter(({ treated }) => treated === 0).length,
    treatment: all.slice(m).filter(({ treated }) => treated === 1).length,
  };
}

/**
 * Percentage of all nonoverlapping data (PAND): the share of scores left when as few as possible are taken out so that
 * the phases no longer overlap.
 *
 * A fraction of at least max(m, n)/(m + n), without an effect too. Equal scores overlap.
 *
 * @see Parker, Hagan-Burke & Vannest (2007), J Spec Educ 40:194–204, doi:10.1177/00224669070400040101; the smallest
 * removal as in Parker, Vannest & Davis (2011), Behav Modif 35:303–322, doi:10.1177/0145445511399147
 * @example
 * pand({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 5/6
 */
export const pand: EffectSizeMethod<PandOptions> = effectSizeMethod({
  name: "pand",
  label: "PAND",
  reference: "Parker, Hagan-Burke & Vannest (2007), J Spec Educ 40:194–204",
  unit: "fraction",
  range: [0, 1],
  usesOrder: false,
  reversal: "other",
  invariance: "order",
  needs: [],
  compute: (
    { better: { baseline, treatment } },
    { overlap = "least-removal", ties = "against" },
  ): Computed => {
    checkChoice("overlap", overlap, ["least-removal", "sorted"]);
    checkChoice("ties", ties, ["for", "against"]);
    const [m, n] = [baseline.length, treatment.length];
    const limits = noKnownSpread("PAND");
    if (overlap === "sorted") {
      const stayed = sortedCounts(baseline, treatment, ties);
      const phi = stayed.baseline / m + stayed.treatment / n - 1;
      return {
        estimate: (stayed.baseline + stayed.treatment) / (m + n),
        limits,
        details: { overlap, ties, phi },
      };
    }
    const { fromBaseline, fromTreatment } = leastRemovals(baseline, treatment)[0]!;
    const nRemoved = fromBaseline + fromTreatment;
    return { estimate: (m + n - nRemoved) / (m + n), limits, details: { overlap, nRemoved } };
  },
});
