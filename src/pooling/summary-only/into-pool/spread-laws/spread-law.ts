/** The standard deviations that some sample with a report has. */
export interface SpreadRange {
  /** At least 0. */
  lower: number;
  /** Infinite where there is no end. */
  upper: number;
}

/** A distribution over a standard deviation that a report does not give, cut to what is feasible. */
export interface SpreadLaw {
  name: string;
  /** For people, with its numbers. */
  label: string;
  reference: string;
  /** In the unit of the standard deviation. */
  parameters: Readonly<Record<string, number>>;
  /** Why there is no such distribution on a range, for the end of a sentence; undefined where there is one. */
  problem(range: SpreadRange): string | undefined;
  /** The part of a range that it reaches, for a range without a problem. */
  support(range: SpreadRange): SpreadRange;
  /**
   * The standard deviation below which a share lies.
   *
   * @param probability In (0, 1).
   */
  quantile(range: SpreadRange, probability: number): number;
}

/** One kind of law, from which its members are made. */
export interface SpreadLawFamily {
  name: string;
  label: string;
  /** Names of the numbers that `create` takes, in their order. */
  parameters: readonly string[];
  /**
   * @throws {RangeError} when a number is out of range.
   */
  create(...parameters: number[]): SpreadLaw;
}

/** What a law without an end of its own needs. */
export function needsEnd({ upper }: SpreadRange): string | undefined {
  if (Number.isFinite(upper)) return undefined;
  return "the report leaves the standard deviation without an upper end: give minimum and maximum, or lower_bound and upper_bound, of one patient's value, or another law";
}
