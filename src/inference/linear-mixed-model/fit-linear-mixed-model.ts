import { EstimationError } from "../../errors.ts";
import { type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { inverseGram, solveUpper } from "../../math/linear/triangular.ts";
import { fitWarnings } from "./fit-warnings.ts";
import { growsTowardsLimit, highestLikelihood } from "./highest-likelihood.ts";
import { checkIdentified } from "./identified.ts";
import type { FittedTerm, LinearMixedFit } from "./linear-mixed-fit.ts";
import { sandwich } from "./matrix-products.ts";
import { type MixedLikelihood, restrictedScores } from "./mixed-likelihoods.ts";
import type { MixedModel } from "./mixed-model.ts";
import { type PreparedModel, type PreparedTerm, prepareMixedModel } from "./prepare-mixed-model.ts";
import { type ProfiledFit, profiledDeviance, type RelativeCovariance } from "./profiled-deviance.ts";
import { type SearchCoordinates, searchCoordinates } from "./search-coordinates.ts";
import { settle } from "./settle-boundaries.ts";

/** How to fit. */
export interface FitLinearMixedModelOptions {
  /** Default: `restrictedScores` (REML). */
  likelihood?: MixedLikelihood;
}

/** Residual variance under this share of the scores' own says that the model reproduces them exactly. */
const EXACT = 1e-12;

function refuseExactFit({ design }: PreparedModel, variance: number | null): void {
  const square = design.residuals.reduce((sum, r) => sum + r * r, 0);
  const size = square + design.leastSquares.reduce((sum, g) => sum + g * g, 0);
  const left = variance === null ? square / (size || 1) : (variance * design.residuals.length) / square;
  if (left > (variance === null ? 1e-26 : EXACT)) return;
  const by = variance === null ? "columns" : "model";
  throw new EstimationError(
    "not-identifiable",
    `Cannot fit: needs scores that vary about the ${by}, got scores that it reproduces exactly`,
  );
}

/** Refuses a stratum whose scores vary so little beside the others' that its spread has no best value. */
function refuseEndlessRatio({ strata }: PreparedModel, { list }: SearchCoordinates, at: Float64Array): void {
  list.forEach(({ kind, of, lower, upper }, i) => {
    if (kind !== "ratio" || (at[i]! > lower + 0.01 && at[i]! < upper - 0.01)) return;
    const text = `Cannot fit the spread of "${strata[of]}" beside that of "${strata[0]}": one of them is 0`;
    throw new EstimationError("not-identifiable", text);
  });
}

function fittedTerm(term: PreparedTerm, lambda: Matrix, variance: number): FittedTerm {
  const { lengths, name, columns } = term;
  const q = lengths.length;
  const covariance = zeros(q, q);
  let singular = false;
  for (let i = 0; i < q; i++) {
    singular ||= lambda.values[i * q + i] === 0;
    for (let j = 0; j < q; j++) {
      let sum = 0;
      for (let k = 0; k < q; k++) sum += lambda.values[i * q + k]! * lambda.values[j * q + k]!;
      covariance.values[i * q + j] = (variance * sum) / (lengths[i]! * lengths[j]!);
    }
  }
  return { name, columns, covariance, singular };
}

function coefficientsOf({ design }: PreparedModel, { triangle, residualVariance }: ProfiledFit) {
  const p = triangle.columns - 1;
  const gamma = Float64Array.from({ length: p }, (_, j) => triangle.values[j * (p + 1) + p]!);
  solveUpper(triangle, gamma, p);
  gamma.forEach((value, j) => {
    gamma[j] = value + design.leastSquares[j]!;
  });
  const gram = inverseGram(triangle, p);
  gram.values.forEach((value, k) => {
    gram.values[k] = value * residualVariance;
  });
  return { coefficients: times(design.transform, gamma), covariance: sandwich(design.transform, gram) };
}

function describe(
  prepared: PreparedModel,
  likelihood: MixedLikelihood,
  at: RelativeCovariance,
  profiled: ProfiledFit,
  search: { nCoordinates: number; converged: boolean; correlationAtLimit: boolean },
): LinearMixedFit {
  const { residualVariance, deviance } = profiled;
  const [n, p] = [prepared.rows.length, prepared.names.length];
  const nParameters = p + search.nCoordinates + 1;
  return {
    likelihood,
    names: prepared.names,
    ...coefficientsOf(prepared, profiled),
    nObservations: n,
    nMissing: prepared.nMissing,
    residualDegreesOfFreedom: n - p,
    residualVariances: prepared.strata.map((stratum, s) => ({
      stratum,
      variance: residualVariance * at.ratios[s]! ** 2,
    })),
    correlation: prepared.correlation.parameter ? at.phi : null,
    correlationAtLimit: search.correlationAtLimit,
    randomEffects: prepared.terms.map((term, t) => fittedTerm(term, at.factors[t]!, residualVariance)),
    logLikelihood: -deviance / 2,
    nParameters,
    aic: deviance + 2 * nParameters,
    bic: deviance + nParameters * Math.log(likelihood.divisor(n, p)),
    converged: search.converged,
    warnings: [],
    prepared,
  };
}

/**
 * Fits a linear mixed model, or generalised least squares where there are no random effects.
 *
 * @param model Scores, columns, random effects and errors; rows without a score are left out and keep their place in time.
 * @throws {RangeError} when an argument is wrong.
 * @throws {EstimationError} `too-few-observations` where no degree of freedom is left; `not-identifiable` where columns depend
 * on each other, the model reproduces the scores exactly, the likelihood grows without end, or parts can't be told apart.
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, sections 2.2 and 5.1; Bates et al. (2015), J Stat Softw
 * 67(1), section 3. doi:10.18637/jss.v067.i01
 * @example
 * fitLinearMixedModel({ scores: [7, 8, 3, 4], columns: [{ name: "mean", values: [1, 1, 1, 1] }] }).coefficients[0]; // 5.5
 */
export function fitLinearMixedModel(
  model: MixedModel,
  { likelihood = restrictedScores }: FitLinearMixedModelOptions = {},
): LinearMixedFit {
  const prepared = prepareMixedModel(model);
  refuseExactFit(prepared, null);
  const evaluate = profiledDeviance(prepared, likelihood);
  const coordinates = searchCoordinates(prepared);
  const highest = highestLikelihood(coordinates, evaluate);
  refuseEndlessRatio(prepared, coordinates, highest.at);
  const { at, correlationAtLimit } = settle(prepared, coordinates, evaluate, highest.at);
  const last = highest.at[highest.at.length - 1]!;
  if (correlationAtLimit && at.phi !== 0 && growsTowardsLimit(prepared, evaluate, at, last)) {
    const text = `Cannot fit the correlation "${prepared.correlation.name}": the likelihood grows without end towards ${Math.round(at.phi)}`;
    throw new EstimationError("not-identifiable", text);
  }
  const profiled = evaluate(at);
  refuseExactFit(prepared, profiled.residualVariance);
  const search = { nCoordinates: coordinates.list.length, converged: highest.converged, correlationAtLimit };
  const fit = describe(prepared, likelihood, at, profiled, search);
  checkIdentified(fit);
  return { ...fit, warnings: fitWarnings(fit) };
}
