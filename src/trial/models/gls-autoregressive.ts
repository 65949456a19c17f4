import { autoregressiveErrors } from "../../inference/linear-mixed-model/index.ts";
import type { TrialModel } from "../trial-model.ts";
import { generalizedLeastSquares } from "./generalized-least-squares/generalized-least-squares.ts";

/** Generalised least squares with errors that resemble those of the scores next to them. */
export const glsAutoregressive: TrialModel = generalizedLeastSquares({ correlation: autoregressiveErrors });
