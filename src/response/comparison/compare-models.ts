import { posterior } from "../../inference/posterior/posterior.ts";
import type { ModelComparison } from "../../schema/model-comparison.ts";
import type { Patient } from "../../schema/patient.ts";
import { version } from "../../version.ts";
import {
  type FitResponseOptions,
  optionsAsJson,
  type ResponseSettings,
  withDefaults,
} from "../fit-response-options.ts";
import { directionWarnings } from "../mirror-scale.ts";
import { responseModels } from "../models/index.ts";
import { noEffect } from "../models/no-effect.ts";
import type { ResponseModel } from "../response-model.ts";
import { type Candidate, type FittedCandidate, isFitted, tryModel } from "./candidate.ts";
import { comparedCurves } from "./compared-curves.ts";
import { comparedModels, leftOutDensities } from "./compared-models.ts";
import { comparisonWarnings } from "./comparison-warnings.ts";
import { onGivenScale } from "./given-rows.ts";
import { averageModels } from "./model-average.ts";
import { posteriorProbability, stacking } from "./weightings.ts";

/** What the averages are weighed by. */
const weightings = [stacking, posteriorProbability];

/** Options of `compareModels`. */
export interface CompareModelsOptions
  extends Omit<FitResponseOptions, "model" | "interval" | "doseOn" | "serialCorrelation"> {
  /** Relief curves; default every one of `responseModels`. */
  models?: readonly ResponseModel[];
}

/**
 * Compares response models on one patient, and averages over them.
 *
 * Each model is judged by leave-one-out (Pareto-smoothed weights, a fit anew where k̂ > .7) and by its marginal likelihood.
 * The relapse day, the best relief and the relief-days are averaged over the models twice: by stacking weights, and by the
 * probabilities of the models, which say how much hangs on the weights. The models are compared as they are, without the prior probability of no effect. Days, and the priors, stay as they are where a score
 * is left out. A better fit than that of no effect does not show that the treatment worked: there is no control period.
 *
 * @param patient Scores and courses, as `readPatients` returns them.
 * @returns One row for each model; a model that could not be fitted is null there, with a warning.
 * @throws {RangeError} when an option is out of range, a prior is flat, or no model is given.
 * @throws {EstimationError} as `fitResponse`, where no model can be fitted.
 * @see Vehtari, Gelman & Gabry (2017), Stat Comput 27:1413–1432. doi:10.1007/s11222-016-9696-4; Yao, Vehtari, Simpson &
 * Gelman (2018), Bayesian Anal 13:917–1007. doi:10.1214/17-BA1091
 * @example
 * compareModels(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).models[1]!.logBayesFactor; // 0
 */
export function compareModels(patient: Patient, options: CompareModelsOptions = {}): ModelComparison {
  const { models = responseModels, ...others } = options;
  if (models.length === 0) throw new RangeError("compareModels needs at least 1 model, got 0");
  const settings = models.map((model) => settingsOf(patient, others, model));
  const candidates = settings.map((own) => tryModel(patient, own));
  const fitted = candidates.filter(isFitted);
  const failure = candidates.find((candidate) => !isFitted(candidate));
  if (failure && fitted.length === 0 && !isFitted(failure)) throw failure.failure;
  const { relapseAt, horizon, priors, seed } = settings[0]!;
  const weights = weightings.map(({ weigh }) => weigh(candidates, priors));
  const rows = comparedModels(
    candidates,
    { stackingWeight: weights[0]!, posteriorProbability: weights[1]! },
    referenceOf(patient, candidates, others),
  );
  const averages = averagesOf(candidates, weights, patient, settings[0]!);
  return {
    kind: "model-comparison",
    schemaVersion: 1,
    patient: patient.patient,
    ...(patient.outcome !== undefined && { outcome: patient.outcome }),
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    ...comparedCurves(candidates, patient, settings[0]!),
    relapseAt,
    horizon,
    priors: priors.name,
    models: rows,
    leaveOneOut: leftOutDensities(candidates),
    averages,
    warnings: [
      ...directionWarnings(patient, settings[0]!),
      ...comparisonWarnings({ candidates, models: rows, averages, priors }),
    ],
    provenance: {
      package: "nof1",
      version,
      seed,
      inputSha256: null,
      options: optionsOf(settings),
    },
  };
}

/** The averages over all fitted models, one for each way to weigh these. */
function averagesOf(
  candidates: readonly Candidate[],
  weights: readonly (readonly (number | null)[])[],
  patient: Patient,
  settings: ResponseSettings,
): ModelComparison["averages"] {
  return weightings.flatMap(({ name }, w) => {
    const weighed = candidates.flatMap((candidate, k) => {
      const weight = weights[w]![k]!;
      return isFitted(candidate) && weight !== null ? [{ sampled: candidate.sampled, weight }] : [];
    });
    if (weighed.length === 0) return [];
    const average = averageModels(weighed, name, settings.level);
    return [{ ...average, ...onGivenScale(average, patient, settings) }];
  });
}

function settingsOf(
  patient: Patient,
  options: Omit<CompareModelsOptions, "models">,
  model: ResponseModel,
): ResponseSettings {
  return withDefaults({ ...options, model, interval: posterior }, patient);
}

/** The model without an effect, fitted for itself where it isn't among the candidates. */
function referenceOf(
  patient: Patient,
  candidates: readonly Candidate[],
  options: Omit<CompareModelsOptions, "models">,
): FittedCandidate | null {
  const reference =
    candidates.find(({ model }) => model === noEffect) ??
    tryModel(patient, settingsOf(patient, options, noEffect));
  return isFitted(reference) ? reference : null;
}

/** The options by name; every model was given the same but for its own. */
function optionsOf(settings: readonly ResponseSettings[]): ReturnType<typeof optionsAsJson> {
  const { model: _, ...shared } = optionsAsJson(settings[0]!);
  return { models: settings.map(({ model }) => model.name), ...shared };
}
