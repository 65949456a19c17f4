import { autoregressiveErrors } from "../../inference/linear-mixed-model/index.ts";
import type { TrialModel } from "../trial-model.ts";
import { generalizedLeastSquares } from "./generalized-least-squares/generalized-least-squares.ts";
import { trend } from "./generalized-least-squares/terms/index.ts";

/** The same with a straight drift in time. */
export const glsAutoregressiveTrend: TrialModel = generalizedLeastSquares({
  correlation: autoregressiveErrors,
  terms: [trend],
});
