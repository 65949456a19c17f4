import { EstimationError } from "../../errors.ts";
import {
  autoregressiveErrors,
  kenwardRoger,
  restrictedScores,
  type SerialCorrelation,
  uncorrelatedErrors,
} from "../../inference/linear-mixed-model/index.ts";
import type { TrialModel } from "../trial-model.ts";
import { errorsInLabel, errorsInWords } from "./generalized-least-squares/error-words.ts";
import { coefficientAnswer, errorRows } from "./generalized-least-squares/fit-answer.ts";
import { fitRows } from "./generalized-least-squares/fit-rows.ts";
import { slopeUnit, type TrialRow, timesOf, trialRows } from "./generalized-least-squares/trial-rows.ts";

/** Refuses treatments that do not follow each other once, the reference first. */
function checkPhases(label: string, rows: readonly TrialRow[]): void {
  const nChanges = rows.filter((row, i) => i > 0 && row.isTreated !== rows[i - 1]!.isTreated).length;
  if (nChanges === 1 && !rows[0]!.isTreated) return;
  const found = nChanges === 1 ? "the treatment first" : `${nChanges} changes`;
  const message = `Cannot fit "${label}": needs one change, from the reference to the treatment, got ${found}`;
  throw new EstimationError("not-identifiable", message);
}

/** A line in each of two phases, with errors that go together as the correlation says. */
function piecewiseWith(name: string, correlation: SerialCorrelation): TrialModel {
  const errors = errorsInWords(correlation);
  const label = `Piecewise regression, ${errorsInLabel(correlation)}`;
  const assumes = `Scores follow a straight line before the treatment and another one from its start on; the first would have gone on unchanged without it; errors are normal (${errors}).`;
  return {
    name,
    label,
    reference: "Huitema & McKean (2000), Educ Psychol Meas 60:38–58, equation 1",
    assumes,
    fit(trial, settings) {
      const rows = trialRows(label, trial, settings);
      checkPhases(label, rows);
      const { times, unit } = timesOf(rows);
      const start = times[rows.findIndex(({ isTreated }) => isTreated)]!;
      const treated = rows.map(({ isTreated }) => Number(isTreated));
      const columns = [
        { name: "trend", values: times.map((time) => time - times[0]!) },
        { name: "level", values: treated },
        { name: "slope", values: treated.map((one, i) => one * (times[i]! - start)) },
      ];
      const fit = fitRows(label, { rows, columns, correlation, likelihood: restrictedScores });
      const perUnit = slopeUnit(unit);
      const asked = [
        { name: "level", parameter: "levelChange", label: "Change of level at the start", unit: "score" },
        { name: "slope", parameter: "slopeChange", label: `Change of slope per ${unit}`, unit: perUnit },
        { name: "trend", parameter: "trend", label: `Trend before, per ${unit}`, unit: perUnit },
      ];
      const { level } = settings;
      const answer = coefficientAnswer(fit, asked, { level, degreesOfFreedom: kenwardRoger });
      return {
        model: name,
        label,
        assumes,
        estimates: [...answer.estimates, ...errorRows(fit, level)],
        test: answer.test,
        probabilities: [],
        nScores: fit.nObservations,
        warnings: answer.warnings,
      };
    },
  };
}

/**
 * Piecewise regression: by how much level and slope change where the treatment starts.
 *
 * @see Huitema & McKean (2000), Educ Psychol Meas 60:38–58, equation 1. doi:10.1177/00131640021970358
 */
export const piecewise: TrialModel = piecewiseWith("piecewise", uncorrelatedErrors);

/** The same with errors that resemble those of the scores next to them. */
export const piecewiseAutoregressive: TrialModel = piecewiseWith("piecewise-ar1", autoregressiveErrors);
