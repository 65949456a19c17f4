import type { TrialModel } from "../trial-model.ts";
import { generalizedLeastSquares } from "./generalized-least-squares/generalized-least-squares.ts";

/** The difference of means of all single scores, their errors being independent: the t test of two samples. */
export const glsIndependent: TrialModel = generalizedLeastSquares();
