/** Which likelihood is made as high as it can be. */
export interface MixedLikelihood {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** What the residual sum of squares is divided by for σ². */
  divisor(nObservations: number, nColumns: number): number;
  /** Weight of ln |Xᵀ V⁻¹ X| in −2 ln likelihood. */
  readonly designWeight: 0 | 1;
}

/** Restricted maximum likelihood: of the part of the scores that no coefficient moves. The default. */
export const restrictedScores: MixedLikelihood = {
  name: "reml",
  label: "Restricted maximum likelihood",
  reference: "Patterson & Thompson (1971), Biometrika 58:545–554. doi:10.1093/biomet/58.3.545",
  divisor: (nObservations, nColumns) => nObservations - nColumns,
  designWeight: 1,
};

/** Maximum likelihood of all scores: for comparing models whose columns differ; its variances are too small. */
export const allScores: MixedLikelihood = {
  name: "ml",
  label: "Maximum likelihood",
  reference: "Laird & Ware (1982), Biometrics 38:963–974. doi:10.2307/2529876",
  divisor: (nObservations) => nObservations,
  designWeight: 0,
};

/** Both likelihoods, the default first. */
export const mixedLikelihoods: readonly MixedLikelihood[] = [restrictedScores, allScores];
