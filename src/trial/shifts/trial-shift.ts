/** A kind of effect that a treatment could have on every score alike, as a value: what the inverted test asks about. */
export interface TrialShift {
  readonly name: string;
  readonly parameter: string;
  readonly unit: string;
  /** True where an effect of x takes scores from y to y + x. */
  readonly isTranslation: boolean;
  /** Label of the effect of a treatment compared with a reference. */
  label(treatment: string, reference: string): string;
  /** The effect, in the unit that is reported, at a coordinate; 0 is no effect, and higher is higher scores. */
  fromCoordinate(x: number): number;
  /** The score without an effect of that coordinate. */
  remove(score: number, x: number): number;
  /** A first step of the search for a limit. */
  step(scores: Float64Array): number;
  /** What the scores lack for such an effect; null where nothing. */
  problem(scores: Float64Array): string | null;
}
