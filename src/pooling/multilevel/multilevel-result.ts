import { chiSquared } from "../../math/distributions/chi-squared.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { MultilevelResult, NestedHeterogeneity, NestingLevel } from "../../schema/multilevel-result.ts";
import type { Json, Warning } from "../../schema/provenance.ts";
import { version } from "../../version.ts";
import type { HighestMixed } from "./highest-mixed.ts";
import { type MixedFit, mixedFit } from "./mixed-fit.ts";
import { type MultilevelSettings, multilevelOptionsAsJson } from "./multilevel-options.ts";
import { nestedCompanions, nestedMeanRow } from "./multilevel-rows.ts";
import { multilevelWarnings } from "./multilevel-warnings.ts";

/** Cochran's Q: what is left of the effects by their sampling errors alone. */
function nestedHeterogeneity({ data, structure }: MixedFit): NestedHeterogeneity {
  const { q } = mixedFit(data, structure, new Float64Array(structure.nParameters))!;
  const degreesOfFreedom = data.nEffects - data.nMeans;
  return { q, degreesOfFreedom, pValue: chiSquared.survival(q, degreesOfFreedom) };
}

/** What the two pools add of their own. */
export interface OwnParts {
  levels: NestingLevel[];
  outcomes: string[];
  /** How effects vary. */
  spread: Estimate[];
  /** Names of what was estimated to have no variance. */
  atZero: string[];
  warnings: Warning[];
  options: { [name: string]: Json };
}

/** Puts a fit into the shape of a result. */
export function multilevelResult(
  highest: HighestMixed,
  settings: MultilevelSettings,
  { levels, outcomes, spread, atZero, warnings, options }: OwnParts,
): MultilevelResult {
  const { fit, value, converged } = highest;
  const names = outcomes.length > 0 ? outcomes : [undefined];
  const means = names.map((outcome, which) =>
    nestedMeanRow(fit, which, settings.interval, settings, outcome),
  );
  return {
    kind: "multilevel-pool",
    schemaVersion: 1,
    levels,
    outcomes,
    nEstimates: fit.data.nEffects,
    estimates: [...means, ...spread],
    companions: nestedCompanions(fit, settings, names),
    heterogeneity: nestedHeterogeneity(fit),
    fit: {
      likelihood: settings.likelihood.name,
      sampling: settings.sampling.name,
      logLikelihood: value,
      converged,
    },
    warnings: [...multilevelWarnings(highest, means, atZero, settings), ...warnings],
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { ...multilevelOptionsAsJson(settings), ...options },
    },
  };
}
