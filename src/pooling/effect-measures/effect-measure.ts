import type { NaturalScale } from "../../schema/pooled-result.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { SeriesSummary } from "../../schema/series.ts";
import type { BackTransformName } from "./back-transforms.ts";

/** What a summary describes. */
export type EffectGroup =
  | "two groups"
  | "one group"
  | "before and after"
  | "two groups of events"
  | "one group of events"
  | "rates"
  | "correlation"
  | "percent relief";

/** What is done about counts of zero. */
export interface ZeroHandling {
  /** Added to each count of a series: to events and, where there are such, non-events of each group; ≥ 0. */
  add: number;
  /** Which series it is added to: those with a count of zero, all, or none. */
  to: "only-zero" | "all" | "none";
  /** Leave out series in which nobody, or everybody, had the event in both groups. */
  dropUninformative: boolean;
}

/** Choices beside the measure itself; one that the measure doesn't have is a RangeError. */
export interface EffectMeasureOptions {
  /** Name of one of the measure's variance types; default its first. */
  variance?: string;
  /** Whether to correct the bias of few patients, where the measure can; default true. */
  biasCorrection?: boolean;
  /** Default the measure's own. */
  zeros?: Partial<ZeroHandling>;
}

/** A way to get the sampling variance of one measure. */
export interface VarianceType {
  /** metafor's name for it, such as `LS`. */
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** Numbers taken over all series at once, where the variance needs such; absent where it does not. */
  average?(summaries: readonly SeriesSummary[], estimates: readonly number[]): readonly number[];
  /**
   * @param average What `average` returned; empty where there is none.
   * @param corrected Whether the estimate was corrected for bias.
   * @returns Variance in squared units of the estimate.
   */
  variance(summary: SeriesSummary, estimate: number, average: readonly number[], corrected: boolean): number;
}

/** An effect on its measure's scale. */
export interface Effect {
  estimate: number;
  /** Sampling variance, in squared units of the estimate; > 0. */
  variance: number;
  /** What was done to the numbers on the way, such as a half added to each cell. */
  notes: Warning[];
}

/** A summary with a name for error messages. */
export interface NamedSummary {
  series: string;
  summary: SeriesSummary;
}

/** One way to put what a series reports into an estimate and its variance. */
export interface EffectMeasure {
  /** metafor's name, such as `ROMC`. */
  readonly name: string;
  readonly label: string;
  readonly group: EffectGroup;
  readonly reference: string;
  /** Columns of the summary. */
  readonly needs: readonly string[];
  /** Name of the transformation from the measure's scale to one people read. */
  readonly backTransform: BackTransformName;
  /** That scale in words, and how it is drawn. */
  readonly natural: NaturalScale;
  /** The default first. */
  readonly varianceTypes: readonly VarianceType[];
  /** What `biasCorrection` corrects; null where there is nothing to correct. */
  readonly biasCorrection: string | null;
  /** What is done about zeros unless asked otherwise; null where a zero is like any other number. */
  readonly zeros: ZeroHandling | null;
  /** The effect of one series. */
  compute(summary: SeriesSummary, options?: EffectMeasureOptions): Effect;
  /**
   * The effects of several series, in their order; null for one left out by `dropUninformative`.
   *
   * @throws {InputError} with every unsound number of every series.
   * @throws {EstimationError} `not-identifiable` where a sound summary has no effect, such as the log of no events.
   */
  computeAll(series: readonly NamedSummary[], options?: EffectMeasureOptions): (Effect | null)[];
}
