import {
  coefficientTests,
  fitLinearMixedModel,
  kenwardRoger,
} from "../../inference/linear-mixed-model/index.ts";
import type { Estimate } from "../../schema/estimate.ts";
import { estimateRow } from "../models/effect-rows.ts";
import type { SeriesSettings } from "./series-options.ts";
import { type SeriesRows, seriesErrors, treatedColumn } from "./series-rows.ts";

/**
 * Each patient's effect with a spread and a correlation of the errors that all patients share: a patient with few scores borrows
 * what is known of the spread, but nothing of the effect.
 *
 * @throws {EstimationError} where the scores allow no answer.
 * @see Zucker, Ruthazer & Schmid (2010), J Clin Epidemiol 63:1312–1323, section 2. doi:10.1016/j.jclinepi.2010.04.020
 */
export function localEffects(series: SeriesRows, settings: SeriesSettings): Map<string, Estimate> {
  const { names, patients, rows } = series;
  const fit = fitLinearMixedModel({
    scores: rows.map(({ score }) => score),
    columns: names.flatMap((name) => [
      { name: `level of ${name}`, values: patients.map((patient) => Number(patient === name)) },
      treatedColumn(series, name),
    ]),
    errors: seriesErrors(series, settings.correlation),
  });
  const contrasts = names.map((name) => ({ name, weights: { [`treatment of ${name}`]: 1 } }));
  const { level, treatment, reference } = settings;
  const { tests } = coefficientTests(fit, { contrasts, level, degreesOfFreedom: kenwardRoger });
  return new Map(
    tests.map(({ name, estimate, standardError, lower, upper }) => [
      name,
      estimateRow({
        parameter: "localDifference",
        label: `${treatment} less ${reference}`,
        unit: "score",
        estimate,
        standardError,
        lower,
        upper,
        level,
        method: kenwardRoger.name,
        patient: name,
      }),
    ]),
  );
}
