import type { Warning } from "../../schema/provenance.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";

/** Says of random effects that they ended where a covariance is singular. */
function singularWarnings({ randomEffects }: LinearMixedFit): Warning[] {
  return randomEffects.flatMap(({ name, columns, covariance, singular }) => {
    if (!singular) return [];
    const zero = columns.filter((_, i) => covariance.values[i * (columns.length + 1)] === 0);
    if (zero.length === 0) {
      const message = `The random effects of "${name}" go together perfectly: their correlation ended at 1 or −1.`;
      return [{ code: "random-correlation-at-limit", message }];
    }
    const which = zero.map((column) => `"${column}"`).join(" and ");
    const message = `The variance of ${which} between the groups of "${name}" ended at 0: the scores show no such spread.`;
    return [{ code: "variance-at-zero", message }];
  });
}

/** What a reader of the fit must know. */
export function fitWarnings(fit: LinearMixedFit): Warning[] {
  const warnings = singularWarnings(fit);
  if (fit.correlationAtLimit) {
    const limit = Math.round(fit.correlation!);
    const meaning =
      limit === 0
        ? "the scores show no serial correlation"
        : "the errors can't be told from a random walk, and the level of the scores is hardly known";
    warnings.push({
      code: "correlation-at-limit",
      message: `The correlation of the errors ended at its limit ${limit}: ${meaning}.`,
    });
  }
  if (!fit.converged) {
    const message = "The search for the highest likelihood stopped before it was sure of its end.";
    warnings.push({ code: "not-converged", message });
  }
  if (fit.nMissing > 0) {
    const rows =
      fit.nMissing === 1 ? "1 row without a score was" : `${fit.nMissing} rows without a score were`;
    const message = `${rows} left out; the answer holds if scores are missing for reasons the model knows.`;
    warnings.push({ code: "scores-missing", message });
  }
  return warnings;
}
