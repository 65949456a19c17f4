import { EstimationError } from "../errors.ts";
import type { Warning } from "../schema/provenance.ts";
import type { RelapseDiagnostics, ResidualMass } from "../schema/relapse-diagnostics.ts";
import type { RelapseResult } from "../schema/relapse-result.ts";
import { fitMasses } from "./nonparametric/turnbull/relapse-masses.ts";

/** Relapses below which no law is told from another. */
const FEW_RELAPSES = 10;

function residualMasses({ residuals }: RelapseResult): { masses: ResidualMass[]; verified: boolean } {
  const spans = residuals.map(({ lower, upper }) => ({ lower, upper: upper ?? Infinity }));
  const { masses, fit } = fitMasses(spans);
  const rows = masses.map(
    ({ lower, upper, cumulative }, j): ResidualMass => ({
      lower,
      upper: upper === Infinity ? null : upper,
      before: masses[j - 1]?.cumulative ?? 0,
      after: cumulative,
      modelBefore: -Math.expm1(-lower),
      modelAfter: -Math.expm1(-upper),
    }),
  );
  return { masses: rows, verified: fit.verified };
}

/** Where the shares are known: at both ends of a span, but for an open one at its beginning only. */
function largestDistance(masses: readonly ResidualMass[]): number | null {
  const distances = masses.flatMap(({ upper, before, after, modelBefore, modelAfter }) => [
    Math.abs(before - modelBefore),
    ...(upper === null ? [] : [Math.abs(after - modelAfter)]),
  ]);
  return masses.some(({ upper }) => upper !== null) ? Math.max(...distances) : null;
}

function warningsOf({ nEvents }: RelapseResult, verified: boolean): Warning[] {
  const few: Warning = {
    code: "few-relapses",
    message:
      nEvents === 0
        ? "No relapse has been seen: nothing can be said of the fit."
        : `With ${nEvents === 1 ? "1 relapse" : `${nEvents} relapses`} only a gross misfit would show; one law cannot be told from another.`,
  };
  const doubtful: Warning = {
    code: "not-verified",
    message:
      "The estimate beside which the model stands could not be verified as the maximum of its likelihood.",
  };
  return [...(nEvents < FEW_RELAPSES ? [few] : []), ...(verified ? [] : [doubtful])];
}

/**
 * Sets a fitted law of the time to relapse beside what the courses say without it, by its Cox–Snell residuals.
 *
 * Were the model right, its residuals would be standard exponential times, censored as the courses are. Their law is
 * estimated by Turnbull's method, so that intervals stay intervals; the share relapsed by it and by the model are the
 * coordinates of a probability plot, and −ln of what is left of either those of a Cox–Snell plot. The model was fitted to
 * the same courses, so that it comes out better than it is.
 *
 * @param result A result of `fitRelapse`.
 * @throws {EstimationError} `not-identifiable` where the result has no residuals, as a nonparametric one or one of a range.
 * @see Cox & Snell (1968), J R Stat Soc B 30:248–275, section 6; Farrington (2000), Biometrics 56:473–482 (intervals).
 * doi:10.1111/j.0006-341X.2000.00473.x
 * @example
 * diagnoseRelapse(fitRelapse([{ lower: 60, upper: 90 }, { lower: 30, upper: 45 }])).masses.length; // 2
 */
export function diagnoseRelapse(result: RelapseResult): RelapseDiagnostics {
  const { model, nObservations, nEvents, nPatients, residuals, provenance } = result;
  if (residuals.length === 0)
    throw new EstimationError(
      "not-identifiable",
      `Cannot set "${model}" beside its courses: needs a fitted law with residuals, got none`,
    );
  const { masses, verified } = residualMasses(result);
  return {
    kind: "relapse-diagnostics",
    schemaVersion: 1,
    model,
    nObservations,
    nEvents,
    nPatients,
    residuals: residuals.map((residual) => ({ ...residual })),
    masses,
    largestDistance: largestDistance(masses),
    warnings: warningsOf(result, verified),
    provenance: { ...provenance, options: { ...provenance.options } },
  };
}
