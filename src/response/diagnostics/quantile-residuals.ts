import { randomStream } from "../../math/random/random-stream.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import type { NormalOrder, ScoreResidual } from "../../schema/response-diagnostics.ts";
import { type Draws, type LeftOutScore, logLikelihoodColumns } from "../comparison/leave-one-out.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import type { CurveData } from "../likelihood/curve-likelihood.ts";
import { dataAround, pointwiseLikelihood } from "../likelihood/pointwise-likelihood.ts";
import type { LatentScore } from "../likelihood/score-errors.ts";
import { inNormalOrder } from "./normal-order.ts";

/** Probabilities of a lower score, of the score itself and of a higher one, given the others. */
interface Predicted {
  below: number;
  at: number;
  above: number;
}

/** A residual before it is set beside the others. */
type RankedLater = Omit<ScoreResidual, keyof NormalOrder>;

/**
 * Randomised quantile residuals: Φ⁻¹ of a uniform number between P(Y < y) and P(Y ≤ y).
 *
 * The law of Y is the one predicted from the other scores, so that no score is used twice: the residuals of a patient
 * drawn from the model and its priors are exactly standard normal, which those of the plain posterior are not.
 *
 * @param leftOut What `leaveOneOut` returned for the model.
 * @see Dunn & Smyth (1996), J Comput Graph Stat 5:236–244, equation 2. doi:10.1080/10618600.1996.10474708; Gelfand, Dey &
 * Chang (1992), Bayesian Statistics 4, 147–167 (prediction from the other data)
 */
export function quantileResiduals(model: SampledModel, leftOut: readonly LeftOutScore[]): ScoreResidual[] {
  const { scores } = model.data;
  const n = scores.length;
  const readings = [scores.map(belowOf), scores, scores.map(aboveOf)];
  const columnsOf = (data: CurveData, draws: Draws): Float64Array[] =>
    logLikelihoodColumns(pointwiseLikelihood(data, readings), 3 * n, draws);
  const shared = columnsOf(model.data, model.draws);
  const rows = leftOut.map(({ draws, refitted, paretoShape }, i) => {
    const { day, score } = model.observations[i]!;
    const columns = draws && refitted ? columnsOf(dataAround(model.data, i), draws) : shared;
    const [low, at, high] = [0, 1, 2].map((r) =>
      draws ? meanProbability(columns[r * n + i]!, draws.weights) : Number.NaN,
    ) as [number, number, number];
    // On the given scale, where the better scores may be the higher ones.
    const [below, above] = model.settings.improvement === "decrease" ? [low, high] : [high, low];
    const uniform = randomStream(model.settings.seed, i).uniform();
    return {
      observation: i + 1,
      day,
      score,
      ...(draws ? residualOf({ below, at, above }, uniform) : noResidual),
      paretoShape,
      refitted,
    };
  });
  return inNormalOrder(rows);
}

type Residual = Omit<RankedLater, "observation" | "day" | "score" | "paretoShape" | "refitted">;

const noResidual: Residual = {
  probabilityBelow: null,
  probabilityAtMost: null,
  residual: null,
  residualLower: null,
  residualUpper: null,
  tailProbability: null,
};

function residualOf({ below, at, above }: Predicted, uniform: number): Residual {
  return {
    probabilityBelow: Math.min(1, below),
    probabilityAtMost: Math.min(1, below + at),
    residual: normalScore(below + uniform * at, above + (1 - uniform) * at),
    residualLower: normalScore(below, above + at),
    residualUpper: normalScore(below + at, above),
    tailProbability: Math.min(1, 2 * Math.min(below + at, above + at)),
  };
}

/** Φ⁻¹ from the nearer tail; null at the ends. */
function normalScore(below: number, above: number): number | null {
  const value = below < above ? normalQuantile(below) : -normalQuantile(above);
  return Number.isFinite(value) ? value : null;
}

function belowOf({ lower, middle }: LatentScore): LatentScore {
  return { lower: -Infinity, upper: lower, middle };
}

function aboveOf({ upper, middle }: LatentScore): LatentScore {
  return { lower: upper, upper: Infinity, middle };
}

function meanProbability(logs: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < weights.length; s++) if (weights[s]! > 0) sum += weights[s]! * Math.exp(logs[s]!);
  return sum;
}
