import { continuousAutoregressiveErrors } from "../../inference/linear-mixed-model/index.ts";
import type { TrialModel } from "../trial-model.ts";
import { generalizedLeastSquares } from "./generalized-least-squares/generalized-least-squares.ts";

/** Generalised least squares with errors that resemble each other the more, the fewer days lie between them. */
export const glsContinuousAutoregressive: TrialModel = generalizedLeastSquares({
  correlation: continuousAutoregressiveErrors,
});
