/** How often an analysis found an effect where there was none, at the level of 5 %, in simulated trials of 20 scores. */
export interface TypeOneError {
  /** Name of the analysis, such as `gls-ar1`. */
  analysis: string;
  /** Whether the treatments kept a fixed order: AB phases, or else randomised pairs. */
  hasFixedOrder: boolean;
  /** Correlation of a score with the next. */
  phi: number;
  /** Share of trials. */
  rate: number;
}
