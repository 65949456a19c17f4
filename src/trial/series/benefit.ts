import { studentT } from "../../math/distributions/student-t.ts";
import type { SeriesSettings } from "./series-options.ts";

/** An effect that is uncertain by Student's t. */
export interface UncertainEffect {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
}

/** Probability that an effect is better than none, or than the least that matters, by its t distribution. */
export function benefitOf(
  { estimate, standardError, degreesOfFreedom }: UncertainEffect,
  { improvement }: Pick<SeriesSettings, "improvement">,
  threshold: number,
): number {
  const better = improvement === "increase" ? estimate : -estimate;
  if (!(standardError > 0)) return better > threshold ? 1 : 0;
  return studentT.cdf((better - threshold) / standardError, degreesOfFreedom);
}
