import type { ResponseResult } from "../../schema/index.ts";
import { formatFixed } from "../format-number.ts";

/** Difference in log-likelihood below which two models are called about equal. */
const ABOUT_EQUAL = 2;

/** How the fit compares with no effect at all, in cautious words. */
export function noEffectSentences({ fit, noEffect, draws }: ResponseResult): string[] {
  if (noEffect === null) return ["This is the model without any effect; nothing is compared with it."];
  const gain = fit.logLikelihood - noEffect.logLikelihood;
  const numbers = `log-likelihood ${formatFixed(fit.logLikelihood, 1)} with an effect, ${formatFixed(noEffect.logLikelihood, 1)} without`;
  const verdict =
    gain > ABOUT_EQUAL
      ? `A curve with an effect describes the scores better than a constant baseline (${numbers}).`
      : `A constant baseline, without any effect, describes the scores about as well (${numbers}): no effect is not excluded.`;
  const sentences = [verdict, "The curve has more parameters, so part of any advantage comes by itself."];
  if (fit.aicc !== null && noEffect.aicc !== null) {
    sentences.push(
      `The AICc, which charges for parameters, is ${formatFixed(fit.aicc, 1)} with an effect and ${formatFixed(noEffect.aicc, 1)} without; lower is better.`,
    );
  }
  if (draws === null) sentences.push("No probability of an effect is computed by this method.");
  return sentences;
}
