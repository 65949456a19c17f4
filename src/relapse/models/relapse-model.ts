/** ln of a density or a tail at one place, with its derivatives. */
export interface LogTerm {
  value: number;
  /** By the place y = ln(T/median). */
  byPlace: number;
  /** By the working shape; 0 where the model has none. */
  byShape: number;
}

/** ln of the probability of a span, with its derivatives. */
export interface SpanTerm {
  value: number;
  /** By the span's ends; 0 at an infinite one. */
  byFrom: number;
  byTo: number;
  byShape: number;
}

/** The law of Y = ln(T/median) for one shape; each function fills in `out`, which callers use again in a loop. */
export interface RelapseLaw {
  /** ln of the density of Y: that of T is it minus ln T. */
  logDensity(y: number, out: LogTerm): void;
  /** ln P(Y > y). */
  logSurvival(y: number, out: LogTerm): void;
  /**
   * ln P(from < Y ≤ to), which stays finite far out in either tail.
   * @param from May be −∞.
   */
  logProbability(from: number, to: number, out: SpanTerm): void;
  /** The y with P(Y ≤ y) = p, for p in (0, 1). */
  quantile(p: number): number;
}

/** What a model has besides its median; its working scale is the logarithm. */
export interface RelapseShape {
  /** Name in results, such as `shape`. */
  name: string;
  label: string;
  /**
   * Which working shape is about as spread out as a Weibull law of shape k: `shift + slope × ln k`. Priors are stated for
   * a Weibull law, and so say the same of every model about the ratio of the upper to the lower quartile.
   */
  fromWeibull: { shift: number; slope: number };
}

/** A parameter in the units of time under which the field knows a model, such as the Weibull scale. */
export interface RelapseScale {
  name: string;
  label: string;
  /** ln(scale / median), and its derivative by the working shape. */
  overMedian(workingShape: number): [value: number, byShape: number];
}

/**
 * A law of the time to relapse, by its median and one further parameter: T = median · e^Y, where the law of Y depends on
 * the shape alone. A covariate multiplies the median (accelerated failure time).
 */
export interface RelapseModel {
  name: string;
  label: string;
  formula: string;
  reference: string;
  /** null where the median is all there is. */
  shape: RelapseShape | null;
  /** null where it is the median itself. */
  scale: RelapseScale | null;
  /**
   * The law for one working shape.
   * @param byShape Whether derivatives by the shape will be asked for; without, they may be 0.
   */
  law(workingShape: number, byShape: boolean): RelapseLaw;
}
