import { median } from "simple-statistics";
import { systematicResample } from "../../math/importance/systematic-resample.ts";
import { randomStream } from "../../math/random/random-stream.ts";
import type { PredictiveCheck } from "../../schema/response-diagnostics.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import { scoreReplicator } from "./replicated-scores.ts";

const N_REPLICATES = 1000;

/** A feature of scores that the model should bring forth. */
interface Discrepancy {
  check: string;
  label: string;
  /** Whether it is a score, that may have to be seen from the other end of its scale. */
  isScore?: boolean;
  /** @param scores One for each observation, in order of time; lower is better. */
  value(scores: ArrayLike<number>, means: ArrayLike<number>, sd: number): number;
}

const residualSum: Discrepancy = {
  check: "residualSum",
  label: "Sum of the squared standardised residuals",
  value(scores, means, sd) {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) sum += ((scores[i]! - means[i]!) / sd) ** 2;
    return sum;
  },
};

const bestScore: Discrepancy = {
  check: "bestScore",
  label: "Best score",
  isScore: true,
  value: (scores) => Math.min(...Array.from(scores)),
};

const serialCorrelation: Discrepancy = {
  check: "serialCorrelation",
  label: "Correlation of neighbouring residuals",
  value(scores, means) {
    let products = 0;
    let squares = 0;
    for (let i = 0; i < scores.length; i++) {
      const residual = scores[i]! - means[i]!;
      squares += residual ** 2;
      if (i > 0) products += residual * (scores[i - 1]! - means[i - 1]!);
    }
    return products / squares;
  },
};

/** Every feature that is checked. */
const discrepancies: readonly Discrepancy[] = [residualSum, bestScore, serialCorrelation];

/**
 * Compares features of the scores with those of scores made up from the posterior.
 *
 * The model has seen the scores before it makes up others, so that the probabilities shun 0 and 1 more than they should: a
 * small one tells, a middling one does not.
 *
 * @see Gelman, Meng & Stern (1996), Stat Sinica 6:733–760, section 2.3 (realised discrepancies)
 */
export function predictiveChecks(model: SampledModel): PredictiveCheck[] {
  const { draws, settings, observations, patient } = model;
  const { dimension, values, weights } = draws;
  const stream = randomStream(settings.seed, -2);
  const replicate = scoreReplicator(model);
  const inTime = observations.map((_, i) => i).sort((a, b) => observations[a]!.day - observations[b]!.day);
  const ordered = (scores: Float64Array): number[] => inTime.map((i) => scores[i]!);
  const onGivenScale = (value: number): number =>
    settings.improvement === "decrease" ? value : patient.scale.minimum + patient.scale.maximum - value;
  const found = discrepancies.map(() => ({ observed: [] as number[], replicated: [] as number[] }));
  for (const s of systematicResample(weights, N_REPLICATES, stream)) {
    const made = replicate(values.subarray(s * dimension, (s + 1) * dimension), stream);
    discrepancies.forEach(({ value, isScore }, k) => {
      for (const data of ["observed", "replicated"] as const) {
        const feature = value(ordered(made[data]), ordered(made.means), made.sd);
        found[k]![data].push(isScore ? onGivenScale(feature) : feature);
      }
    });
  }
  return discrepancies.map(({ check, label }, k) => {
    const { observed, replicated } = found[k]!;
    const share = (test: (made: number, own: number) => boolean): number =>
      replicated.filter((made, s) => test(made, observed[s]!)).length / N_REPLICATES;
    return {
      check,
      label,
      observed: median(observed),
      replicated: median(replicated),
      probability: share((made, own) => made >= own),
      tieProbability: share((made, own) => made === own),
    };
  });
}
