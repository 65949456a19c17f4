import type { SpanTerm } from "../models/relapse-model.ts";
import { type LogLikelihood, type RelapseSample, relapseLikelihood } from "./relapse-likelihood.ts";

/** What is known where only the earliest and the latest of several exact times are told. */
export interface TimeRange {
  /** Number of times, at least 2. */
  n: number;
  minimum: number;
  maximum: number;
}

/**
 * Compiles the log-likelihood of the earliest and the latest of n exact times:
 * n (n − 1) f(a) f(b) [F(b) − F(a)]^(n − 2).
 *
 * @param sample Its courses are the two that are known.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., equation 2.2.1.
 */
export function rangeLikelihood(sample: RelapseSample, { n, minimum, maximum }: TimeRange): LogLikelihood {
  const { model, parameters } = sample;
  const { shape } = parameters;
  const ends = relapseLikelihood(sample);
  const between: SpanTerm = { value: 0, byFrom: 0, byTo: 0, byShape: 0 };
  const constant = Math.log(n) + Math.log(n - 1);
  return (theta, gradient) => {
    let total = constant + ends(theta, gradient);
    if (n === 2) return total;
    const law = model.law(shape === null ? 0 : theta[shape]!, gradient !== undefined);
    law.logProbability(Math.log(minimum) - theta[0]!, Math.log(maximum) - theta[0]!, between);
    total += (n - 2) * between.value;
    if (gradient) {
      gradient[0]! -= (n - 2) * (between.byFrom + between.byTo);
      if (shape !== null) gradient[shape]! += (n - 2) * between.byShape;
    }
    return total;
  };
}
