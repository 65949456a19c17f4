/** What a report gives of a sample's order: its ends, with or without the median, its quartiles, or all five. */
export type RangeScenario = "extremes" | "range" | "quartiles" | "five-number";

/** The numbers of one scenario; those that it doesn't have are not read. */
export interface RangeSummary {
  n: number;
  minimum: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  maximum: number;
}

/** What one conversion makes of it. */
export interface ConvertedRange {
  /** null where the method gives none. */
  mean: number | null;
  sd: number | null;
}

/** A way from a range or quartiles to a mean and a standard deviation. */
export interface RangeConversion {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** What it takes for granted, in words. */
  readonly assumes: string;
  /** Least number of patients it is defined for. */
  readonly fewest: number;
  /** True where it takes logarithms or powers, and so needs values above 0. */
  readonly positiveOnly: boolean;
  /** What it does in each scenario it is defined for. */
  readonly scenarios: { readonly [S in RangeScenario]?: (summary: RangeSummary) => ConvertedRange };
}

/** What the normal conversions take for granted. */
export const NORMAL_VALUES = "Values normally distributed";
