import {
  coefficientTests,
  fitLinearMixedModel,
  kenwardRoger,
  type LinearMixedFit,
  predictedEffects,
} from "../../inference/linear-mixed-model/index.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { TrialModelAnswer } from "../../schema/trial-model-answer.ts";
import { estimateRow } from "../models/effect-rows.ts";
import type { UncertainEffect } from "./benefit.ts";
import { effectRow } from "./effect-row.ts";
import type { SeriesSettings } from "./series-options.ts";
import { type SeriesRows, seriesErrors, treatedColumn } from "./series-rows.ts";

/** What the mixed model says. */
export interface MixedSeries {
  estimates: Estimate[];
  test: TrialModelAnswer["test"];
  /** Effects that are shrunken, by patient. */
  shrunken: Map<string, UncertainEffect>;
  next: UncertainEffect | null;
  warnings: Warning[];
}

/** What every report of it says. */
export const MIXED_ASSUMES =
  "Patients' levels and effects come from one normal law; within a patient errors are normal, resemble those of the scores before, and spread alike in all; the treatment moves scores by one amount at once, without a drift in time.";

function fitSeries(series: SeriesRows, { correlation, covariance }: SeriesSettings): LinearMixedFit {
  const { rows, patients } = series;
  const treated = treatedColumn(series);
  const intercept = { name: "intercept", values: rows.map(() => 1) };
  return fitLinearMixedModel({
    scores: rows.map(({ score }) => score),
    columns: [intercept, treated],
    randomEffects: [{ name: "patient", groups: patients, columns: [intercept, treated], covariance }],
    errors: seriesErrors(series, correlation),
  });
}

/** Standard deviations between patients, and of the errors. */
function spreadRows(fit: LinearMixedFit, { level }: SeriesSettings): Estimate[] {
  const [levels, , , effects] = fit.randomEffects[0]!.covariance.values;
  const none = { standardError: null, lower: null, upper: null, level, method: fit.likelihood.name };
  const rows = [
    {
      parameter: "effectStandardDeviation",
      label: "Standard deviation of the effect between patients",
      unit: "score",
      estimate: Math.sqrt(effects!),
    },
    {
      parameter: "levelStandardDeviation",
      label: "Standard deviation of the level between patients",
      unit: "score",
      estimate: Math.sqrt(levels!),
    },
    {
      parameter: "residualStandardDeviation",
      label: "Standard deviation of the errors within patients",
      unit: "score",
      estimate: Math.sqrt(fit.residualVariances[0]!.variance),
    },
  ];
  const phi = {
    parameter: "phi",
    label: "Correlation of errors next to each other (φ)",
    unit: "",
    estimate: fit.correlation,
  };
  return (fit.correlation === null ? rows : [...rows, phi]).map((row) => estimateRow({ ...none, ...row }));
}

/**
 * A mixed model of all patients' scores with a level and an effect of each patient, by restricted maximum likelihood: the mean effect
 * with Kenward and Roger's degrees of freedom, and each patient's effect drawn towards it.
 *
 * @throws {EstimationError} where the scores allow no answer.
 * @see Zucker, Ruthazer & Schmid (2010), J Clin Epidemiol 63:1312–1323, section 2. doi:10.1016/j.jclinepi.2010.04.020
 */
export function mixedSeries(series: SeriesRows, settings: SeriesSettings): MixedSeries {
  const fit = fitSeries(series, settings);
  const { treatment, reference, level } = settings;
  const contrasts = [{ name: "treatment", weights: { treatment: 1 } }];
  const { tests, warnings } = coefficientTests(fit, { contrasts, level });
  const { estimate, standardError, lower, upper, degreesOfFreedom, statistic, pValue, method } = tests[0]!;
  const mean = estimateRow({
    parameter: "meanEffect",
    label: `Mean of ${treatment} less ${reference}`,
    unit: "score",
    estimate,
    standardError,
    lower,
    upper,
    level,
    method,
  });
  const shared = { warnings: [...fit.warnings, ...warnings] };
  if (standardError === null || degreesOfFreedom === null)
    return {
      ...shared,
      estimates: [mean, ...spreadRows(fit, settings)],
      test: null,
      shrunken: new Map(),
      next: null,
    };
  const effects = fit.randomEffects[0]!.covariance.values[3]!;
  const next = { estimate, standardError: Math.sqrt(effects + standardError ** 2), degreesOfFreedom };
  const predicted = predictedEffects(fit, {
    term: "patient",
    effects: { treatment: 1 },
    coefficients: { treatment: 1 },
  });
  const nextRow = {
    parameter: "nextPatient",
    label: "Effect in the next patient",
    method: kenwardRoger.name,
  };
  return {
    ...shared,
    estimates: [mean, effectRow(settings, { ...nextRow, ...next }), ...spreadRows(fit, settings)],
    test: { statistic: "t", value: statistic!, degreesOfFreedom, pValue: pValue! },
    shrunken: new Map(predicted.map(({ group, ...one }) => [group, { ...one, degreesOfFreedom }])),
    next,
  };
}
