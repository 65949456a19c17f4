import { describe, it } from "vitest";
import { observedInformation } from "../../../../src/inference/linear-mixed-model/covariance-information.ts";
import { covarianceMoments } from "../../../../src/inference/linear-mixed-model/covariance-moments.ts";
import { naturalParameters } from "../../../../src/inference/linear-mixed-model/covariance-parameters.ts";
import {
  allScores,
  autoregressiveErrors,
  fitLinearMixedModel,
  restrictedScores,
} from "../../../../src/inference/linear-mixed-model/index.ts";
import { profiledDeviance } from "../../../../src/inference/linear-mixed-model/profiled-deviance.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { madeUpPatient } from "../../../helpers/mixed-models.ts";

describe("observedInformation", () => {
  // With σ² profiled out, the curvature of the likelihood by φ is Iφφ − Iφσ² / Iσσ.
  it.each([restrictedScores, allScores])("$name: is the curvature of the likelihood by φ", (likelihood) => {
    const { scores, columns } = madeUpPatient(24);
    const errors = { correlation: autoregressiveErrors };
    const fit = fitLinearMixedModel({ scores, columns, errors }, { likelihood });
    const { values } = observedInformation(covarianceMoments(fit, naturalParameters(fit)), likelihood);
    const evaluate = profiledDeviance(fit.prepared, likelihood);
    const at = (phi: number): number => evaluate({ factors: [], ratios: [1], phi }).deviance / 2;
    const [phi, step] = [fit.correlation!, 1e-3];
    const second = (h: number): number => (at(phi + h) - 2 * at(phi) + at(phi - h)) / (h * h);
    const curvature = (4 * second(step) - second(2 * step)) / 3;
    expectRelative([values[3] - values[1] ** 2 / values[0]], [curvature], 1e-6);
  });
});
