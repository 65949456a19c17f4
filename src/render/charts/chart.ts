import type {
  BlindedSchedule,
  CalibrationResult,
  CohortResult,
  FunnelResult,
  ModelComparison,
  MultilevelResult,
  NextCourseResult,
  NextScoreResult,
  PooledBayesResult,
  PooledBayesSensitivity,
  PooledCountsResult,
  PooledResult,
  PooledSummariesResult,
  PoolInfluence,
  PoolSequence,
  PriorAndPosterior,
  ProfileLikelihoodResult,
  ProportionResult,
  RandomizationResult,
  RelapseAverage,
  RelapseDiagnostics,
  RelapseIntervals,
  RelapseResult,
  ResponseDiagnostics,
  ResponseResult,
  SummaryResult,
  TrialPowerResult,
  TrialResult,
  TrialSchedule,
  TrialSeriesResult,
} from "../../schema/index.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Every result that some chart can draw. */
export type ChartableResult =
  | ResponseResult
  | ResponseDiagnostics
  | ModelComparison
  | ProfileLikelihoodResult
  | NextCourseResult
  | NextScoreResult
  | PriorAndPosterior
  | PooledResult
  | PooledBayesResult
  | PooledBayesSensitivity
  | MultilevelResult
  | PooledCountsResult
  | PooledSummariesResult
  | FunnelResult
  | PoolSequence
  | PoolInfluence
  | ProportionResult
  | RelapseResult
  | RelapseIntervals
  | RelapseDiagnostics
  | RelapseAverage
  | SummaryResult
  | TrialResult
  | RandomizationResult
  | TrialSchedule
  | BlindedSchedule
  | TrialPowerResult
  | TrialSeriesResult
  | CohortResult
  | CalibrationResult;

/** Size of a chart. */
export interface ChartOptions {
  /** Width of the whole picture in pixels, at least 360; default 720. */
  width?: number;
  /** Height of the panel with the scores in pixels, at least 120; default 300. */
  height?: number;
}

/** One kind of picture: the results it accepts, and how it is drawn. */
export interface Chart<Result extends ChartableResult = ChartableResult> {
  /** Name on the command line, such as `response-curve`. */
  name: string;
  /** `kind` of the results it draws. */
  accepts: Result["kind"];
  /** Whether a result of that kind has what the picture shows; absent where every one has. */
  suits?(result: Result): boolean;
  spec(result: Result, options?: ChartOptions): VegaLiteSpec;
}
