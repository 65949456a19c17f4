import { EstimationError } from "../errors.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { AveragedRelapseModel, RelapseAverage } from "../schema/relapse-average.ts";
import { version } from "../version.ts";
import { mixtureMedian, tailAreaMedian } from "./average/averaged-median.ts";
import { type WeighedModel, weighModels } from "./average/weighed-model.ts";
import { relapseAnswer } from "./fit-relapse.ts";
import type { FitRelapseOptions } from "./fit-relapse-options.ts";
import { relapseModels } from "./models/index.ts";
import type { RelapseModel } from "./models/relapse-model.ts";
import type { PredictiveLaw } from "./quantities/next-relapse.ts";
import { nextRelapseRow } from "./quantities/relapse-rows.ts";
import type { RelapseAnswer } from "./relapse-answer.ts";

/** Options of `averageRelapse`: those of `fitRelapse` but for the model. */
export interface AverageRelapseOptions extends Omit<FitRelapseOptions, "model"> {
  /** Models to average over; default all of `relapseModels`. */
  models?: readonly RelapseModel[];
}

/** A model with its answer, or why it has none. */
interface Tried {
  model: RelapseModel;
  answer: RelapseAnswer | null;
  refusal: EstimationError | null;
}

function tryModel(rows: readonly RelapseRow[], model: RelapseModel, options: FitRelapseOptions): Tried {
  try {
    return { model, answer: relapseAnswer(rows, { ...options, model }), refusal: null };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return { model, answer: null, refusal: error };
  }
}

/** The mixture of the models' laws of one time more. */
function mixtureLaw(models: readonly WeighedModel[]): PredictiveLaw {
  return {
    at(x) {
      let [survival, density] = [0, 0];
      for (const { answer, weight } of models) {
        const own = answer.next.at(x);
        survival += weight * own.survival;
        density += weight * own.density;
      }
      return { survival, density };
    },
    range(p) {
      const ranges = models.map(({ answer }) => answer.next.range(p));
      return [Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))];
    },
  };
}

function averagedMedian(models: readonly WeighedModel[], hasDraws: boolean): Estimate {
  const { label, unit, level, parameter } = models[0]!.answer.result.estimates[0]!;
  const limits = hasDraws ? mixtureMedian(models, level) : tailAreaMedian(models, level);
  const method = hasDraws ? "posterior-mixture" : "model-averaged-tail-area";
  return { parameter, label, unit, standardError: null, level, method, ...limits };
}

function modelRow({ model, answer }: Tried, weight: number | null): AveragedRelapseModel {
  const result = answer?.result;
  const median = result?.estimates[0];
  return {
    model: model.name,
    label: model.label,
    nParameters: result?.fit?.nParameters ?? null,
    logLikelihood: result?.fit?.logLikelihood ?? null,
    aicc: result?.fit?.aicc ?? null,
    logMarginalLikelihood: result?.posterior?.logMarginalLikelihood ?? null,
    weight,
    median: median?.estimate ?? null,
    lower: median?.lower ?? null,
    upper: median?.upper ?? null,
  };
}

/**
 * Fits several laws of the time to relapse, and averages the median and the next relapse over them.
 *
 * Models weigh by their marginal likelihood under priors that say the same of each, or, under maximum likelihood, by AICc.
 * A model that cannot be fitted is left out, with a warning.
 *
 * @throws {RangeError} when an option is out of range, or there is no model.
 * @throws {InputError} for unsound rows.
 * @throws {EstimationError} where no model can be fitted, with the first one's reason; `too-few-observations` where AICc has
 * no value.
 * @see Hoeting, Madigan, Raftery & Volinsky (1999), Stat Sci 14:382–417, equation 1. doi:10.1214/ss/1009212519
 * @example
 * averageRelapse([{ lower: 60, upper: 90 }, { lower: 90, upper: 120 }, { lower: 75, upper: null }]).models.length; // 5
 */
export function averageRelapse(
  rows: readonly RelapseRow[],
  { models = relapseModels, ...options }: AverageRelapseOptions = {},
): RelapseAverage {
  if (models.length === 0) throw new RangeError("models must name at least 1 model, got none");
  const tried = models.map((model) => tryModel(rows, model, options));
  const answers = tried.map(({ answer }) => answer).filter((answer) => answer !== null);
  if (answers.length === 0) throw tried[0]!.refusal!;
  const weighed = weighModels(answers);
  const weightOf = (answer: RelapseAnswer | null): number | null =>
    weighed.find((one) => one.answer === answer)?.weight ?? null;
  const { result } = answers[0]!;
  const hasDraws = result.draws !== null;
  const { level } = result.estimates[0]!;
  return {
    kind: "relapse-average",
    schemaVersion: 1,
    nObservations: result.nObservations,
    timeUnit: result.timeUnit,
    weighting: hasDraws ? "marginal-likelihood" : "aicc",
    models: tried.map((one) => modelRow(one, weightOf(one.answer))),
    estimates: [
      averagedMedian(weighed, hasDraws),
      nextRelapseRow(mixtureLaw(weighed), level, result.timeUnit, hasDraws),
    ],
    warnings: [
      ...tried.flatMap(({ refusal }) =>
        refusal ? [{ code: "model-left-out", message: `${refusal.message}.` }] : [],
      ),
      ...result.warnings.filter(({ code }) => code === "clustered-courses" || code === "no-relapse"),
    ],
    provenance: {
      package: "nof1",
      version,
      seed: result.provenance.seed,
      inputSha256: null,
      options: { ...result.provenance.options, model: models.map(({ name }) => name) },
    },
  };
}
