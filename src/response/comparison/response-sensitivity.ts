import { EstimationError } from "../../errors.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseSensitivity, SensitivityCell } from "../../schema/response-sensitivity.ts";
import { version } from "../../version.ts";
import {
  type FitResponseOptions,
  optionsAsJson,
  type ResponseSettings,
  withDefaults,
} from "../fit-response-options.ts";
import { estimateRows, locateProblem, readingOf } from "../located-problem.ts";
import { directionWarnings, whereLowerIsBetter } from "../mirror-scale.ts";
import { responseModels } from "../models/index.ts";
import { describeCourses, describeObservations } from "../observed.ts";
import { priorSets as namedPriorSets, type PriorSet, scaleFactor } from "../priors.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { responseTargets } from "../quantities/derived-quantities.ts";
import { responseEvents } from "../quantities/response-events.ts";
import type { ResponseModel } from "../response-model.ts";
import { onGivenScale } from "./given-rows.ts";

/** The quantities and the events that are tabulated. */
const QUANTITIES = ["relief", "bestRelief", "relapseDay", "reliefDays"];
const EVENTS = ["neverReached", "relapseAfterLastVisit"];

/** Options of `responseSensitivity`. */
export interface ResponseSensitivityOptions
  extends Omit<FitResponseOptions, "model" | "priors" | "interval" | "doseOn" | "serialCorrelation"> {
  /** Relief curves; default every one of `responseModels` with an effect. */
  models?: readonly ResponseModel[];
  /** Sets of priors; default every one of `priorSets`. */
  priorSets?: readonly PriorSet[];
}

/**
 * Tabulates the main quantities of a patient over models and sets of priors, at the coarse precision of a sensitivity
 * analysis: posterior intervals, and Wald intervals at the mode where a prior is flat.
 *
 * @param patient Scores and courses, as `readPatients` returns them.
 * @returns A cell for each model and set; where one has no answer, it is empty and says why.
 * @throws {RangeError} when an option is out of range, or there is no model or no set.
 * @throws {EstimationError} as `fitResponse`, where no cell has an answer.
 * @example
 * responseSensitivity(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!, { models: [plateau] }).cells.length; // 4
 */
export function responseSensitivity(
  patient: Patient,
  options: ResponseSensitivityOptions = {},
): ResponseSensitivity {
  const {
    models = responseModels.filter(({ parameters }) => parameters.length > 0),
    priorSets = namedPriorSets,
    ...others
  } = options;
  if (models.length === 0 || priorSets.length === 0) {
    throw new RangeError(
      `responseSensitivity needs at least 1 model and 1 set of priors, got ${models.length} and ${priorSets.length}`,
    );
  }
  const settings = models.flatMap((model) =>
    priorSets.map((priors) => {
      const own = withDefaults({ ...others, model, priors }, patient);
      return { ...own, interval: own.interval.coarse ?? own.interval };
    }),
  );
  const failures: EstimationError[] = [];
  const cells = settings.map((own) => cellOrReason(patient, own, failures));
  if (failures.length === cells.length) throw failures[0]!;
  const { relapseAt, horizon, seed } = settings[0]!;
  const { model: _, priors: __, interval: ___, ...shared } = optionsAsJson(settings[0]!);
  return {
    kind: "response-sensitivity",
    schemaVersion: 1,
    patient: patient.patient,
    ...(patient.outcome !== undefined && { outcome: patient.outcome }),
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    relapseAt,
    horizon,
    cells,
    provenance: {
      package: "nof1",
      version,
      seed,
      inputSha256: null,
      options: {
        models: models.map(({ name }) => name),
        priorSets: priorSets.map(({ name }) => name),
        ...shared,
      },
    },
  };
}

function cellOrReason(
  patient: Patient,
  settings: ResponseSettings,
  failures: EstimationError[],
): SensitivityCell {
  const { model, priors, interval } = settings;
  const cell = { model: model.name, modelLabel: model.label, priors: priors.name, method: interval.name };
  try {
    return { ...cell, ...answerOf(patient, settings) };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    failures.push(error);
    const warnings = [{ code: "model-failed", message: error.message }];
    return { ...cell, noEffect: null, estimates: [], probabilities: [], warnings };
  }
}

function answerOf(
  given: Patient,
  asked: ResponseSettings,
): Pick<SensitivityCell, "noEffect" | "estimates" | "probabilities" | "warnings"> {
  const { patient, settings } = whereLowerIsBetter(given, asked);
  const { problem, timeline, intervals } = locateProblem(patient, settings);
  const reading = readingOf(patient, settings, problem);
  const readers = courseReaders(reading);
  const targets = responseTargets(reading, readers).filter(({ parameter }) => QUANTITIES.includes(parameter));
  const events = responseEvents(
    readers,
    problem.parameters.reported,
    settings.relapseAt,
    scaleFactor(patient.scale),
    describeObservations(patient, timeline, problem.scores),
    describeCourses(patient, timeline),
  ).filter(({ event }) => EVENTS.includes(event));
  const method = settings.interval;
  const answer = method.estimate(intervals, targets, { events });
  const nullModel = answer.posterior?.summary.nullModel;
  const spike = nullModel && nullModel.priorProbability > 0 ? nullModel : null;
  const rows = {
    estimates: estimateRows(patient, settings, targets, answer, intervals),
    probabilities: events.map(({ event, label, course }, i) => ({
      event,
      label,
      probability: answer.posterior?.probabilities[i] ?? null,
      patient: patient.patient,
      course,
    })),
  };
  return {
    noEffect: spike && { priorProbability: spike.priorProbability, probability: spike.probability },
    ...onGivenScale(rows, given, asked),
    warnings: [...directionWarnings(given, asked), ...answer.warnings],
  };
}
