/** The one number of a correlation, and the scales on which it is searched and given an interval. */
export interface CorrelationParameter {
  readonly name: string;
  /** φ at a point u of the whole line; a search over u looks the same whatever the unit of time. */
  fromCoordinate(u: number, typicalGap: number): number;
  /** Search from here to here; beyond lies what double precision can't tell from the limit. */
  readonly coordinates: readonly [number, number];
  /** What φ is called when the search ends at one of them. */
  readonly limits: readonly [number, number];
  /** Scale of the Wald interval. */
  toWorking(phi: number): number;
  fromWorking(value: number): number;
  /** Slope of the working scale at φ. */
  workingSlope(phi: number): number;
}

/**
 * Correlation of the errors of one series as a function of the gap between them.
 *
 * Errors are Markov along time: the correlation over a + b is the product of those over a and b, so that a series is whitened
 * in one pass.
 */
export interface SerialCorrelation {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** null where nothing is estimated. */
  readonly parameter: CorrelationParameter | null;
  /** True where real times must be given; else the order of the rows stands for them. */
  readonly needsTimes: boolean;
  /** True where times must be whole numbers. */
  readonly wholeTimes: boolean;
  /** Correlation of errors `gap` ≥ 0 apart. */
  between(phi: number, gap: number): number;
  /** Its first and second derivative by φ. */
  slope(phi: number, gap: number): number;
  curvature(phi: number, gap: number): number;
}

/** φ^gap with its derivatives, 0⁰ being 1. */
export const powerOfGap: Pick<SerialCorrelation, "between" | "slope" | "curvature"> = {
  between: (phi, gap) => phi ** gap,
  slope: (phi, gap) => (gap === 0 ? 0 : gap * phi ** (gap - 1)),
  curvature: (phi, gap) => (gap === 0 || gap === 1 ? 0 : gap * (gap - 1) * phi ** (gap - 2)),
};
