import type { Matrix } from "../../math/linear/matrix.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { MixedLikelihood } from "./mixed-likelihoods.ts";
import type { PreparedModel } from "./prepare-mixed-model.ts";

/** Random effects of one name, as fitted. */
export interface FittedTerm {
  name: string;
  /** What each group has an effect of. */
  columns: readonly string[];
  /** Covariance of a group's effects, in the units of the scores over those of the columns. */
  covariance: Matrix;
  /** True where that covariance is singular: a variance of 0, or a correlation of ±1. */
  singular: boolean;
}

/** A fitted linear mixed model. Numbers for further computation; results for files are made from it. */
export interface LinearMixedFit {
  likelihood: MixedLikelihood;
  /** Names of the columns of X. */
  names: readonly string[];
  /** β. */
  coefficients: Float64Array;
  /** (Xᵀ V⁻¹ X)⁻¹, with the variances taken as known. */
  covariance: Matrix;
  nObservations: number;
  /** Rows left out for want of a score. */
  nMissing: number;
  /** n − p. */
  residualDegreesOfFreedom: number;
  /** Variance of the errors in each stratum, in squared units of the scores. */
  residualVariances: readonly { stratum: string; variance: number }[];
  /** φ; null where errors are independent. */
  correlation: number | null;
  /** True where φ ended at a limit of its range. */
  correlationAtLimit: boolean;
  randomEffects: readonly FittedTerm[];
  /** With all constants; restricted for REML, as nlme and lme4 print it. */
  logLikelihood: number;
  /** Coefficients and (co)variances. */
  nParameters: number;
  /** −2 ln likelihood + 2 nParameters. */
  aic: number;
  /** −2 ln likelihood + nParameters × ln of the divisor of σ² (n, or n − p for REML), as nlme has it. */
  bic: number;
  converged: boolean;
  warnings: readonly Warning[];
  /** The model as it was put in order, for tests, predictions and intervals. */
  prepared: PreparedModel;
}
