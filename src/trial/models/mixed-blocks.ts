import { EstimationError } from "../../errors.ts";
import {
  autoregressiveErrors,
  kenwardRoger,
  restrictedScores,
  type SerialCorrelation,
  uncorrelatedErrors,
} from "../../inference/linear-mixed-model/index.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { TrialModel } from "../trial-model.ts";
import { estimateRow } from "./effect-rows.ts";
import { errorsInLabel, errorsInWords } from "./generalized-least-squares/error-words.ts";
import { coefficientAnswer, errorRows } from "./generalized-least-squares/fit-answer.ts";
import { fitRows } from "./generalized-least-squares/fit-rows.ts";
import { trialRows } from "./generalized-least-squares/trial-rows.ts";

function spreadRow(variance: number, level: number): Estimate {
  return estimateRow({
    parameter: "blockStandardDeviation",
    label: "Standard deviation between blocks",
    unit: "score",
    estimate: Math.sqrt(variance),
    standardError: null,
    lower: null,
    upper: null,
    level,
    method: restrictedScores.name,
  });
}

/** A mixed model of all single scores with a random level of each block, and errors that go together as the correlation says. */
function mixedBlocksWith(name: string, correlation: SerialCorrelation): TrialModel {
  const errors = errorsInWords(correlation);
  const label = `Mixed model with random blocks, ${errorsInLabel(correlation)}`;
  const assumes = `Blocks differ by a normal amount that moves all their scores; within them scores of one treatment have normal errors (${errors}); the treatment moves all by one amount at once.`;
  return {
    name,
    label,
    reference: "Laird & Ware (1982), Biometrics 38:963–974; Kenward & Roger (1997), Biometrics 53:983–997",
    assumes,
    fit(trial, settings) {
      const rows = trialRows(label, trial, settings);
      if (rows.some(({ block }) => block === null)) {
        const message = `Cannot fit "${label}": needs to know the block of each score, got a trial without blocks`;
        throw new EstimationError("not-identifiable", message);
      }
      const fit = fitRows(label, {
        rows,
        columns: [{ name: "treatment", values: rows.map(({ isTreated }) => Number(isTreated)) }],
        correlation,
        likelihood: restrictedScores,
        randomEffects: [{ name: "block", groups: rows.map(({ block }) => `${block}`) }],
      });
      const { treatment, reference, level } = settings;
      const asked = [
        {
          name: "treatment",
          parameter: "difference",
          label: `${treatment} less ${reference}`,
          unit: "score",
        },
      ];
      const answer = coefficientAnswer(fit, asked, { level, degreesOfFreedom: kenwardRoger });
      return {
        model: name,
        label,
        assumes,
        estimates: [
          ...answer.estimates,
          spreadRow(fit.randomEffects[0]!.covariance.values[0]!, level),
          ...errorRows(fit, level),
        ],
        test: answer.test,
        probabilities: [],
        nScores: fit.nObservations,
        warnings: answer.warnings,
      };
    },
  };
}

/** A mixed model with a random level of each block and independent errors. */
export const mixedBlocks: TrialModel = mixedBlocksWith("mixed-blocks", uncorrelatedErrors);

/** The same with errors that resemble those of the scores next to them. */
export const mixedBlocksAutoregressive: TrialModel = mixedBlocksWith(
  "mixed-blocks-ar1",
  autoregressiveErrors,
);
