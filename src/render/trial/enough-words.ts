import type { Estimate, TrialResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { effectOf } from "./trial-effect.ts";

/** The least effect that matters, in the statistic's unit; null where none was named. */
export function thresholdOf({ provenance }: Pick<TrialResult, "provenance">): number | null {
  const { threshold } = provenance.options;
  return typeof threshold === "number" ? threshold : null;
}

/** A threshold with the digits that it was given, and its unit. */
export function thresholdInWords(threshold: number, unit: string): string {
  const digits = Number(threshold.toPrecision(6)).toString();
  return ["", "score", "ratio", "probability"].includes(unit) ? digits : `${digits} ${unit}`;
}

/** An effect as a benefit: larger is better, 0 is none. */
interface Benefit {
  estimate: number;
  /** null where there is no end on that side. */
  least: number | null;
  most: number | null;
}

/** The effect on the scale of its threshold, turned so that more is better; null where the two scales differ. */
export function benefitOf(result: TrialResult): Benefit | null {
  const row = effectOf(result);
  const unit = result.randomization?.statistic.unit ?? row?.unit;
  if (!row) return null;
  const isLog = row.unit === "ratio" && unit === "log ratio";
  if (!isLog && row.unit !== unit) return null;
  const sign = result.improvement === "increase" ? 1 : -1;
  const turned = (value: number | null): number | null =>
    value === null ? null : sign * (isLog ? Math.log(value) : value) + 0;
  const ends = [turned(row.lower), turned(row.upper)];
  const [least, most] = (sign === 1 ? ends : ends.reverse()) as [number | null, number | null];
  return { estimate: turned(row.estimate)!, least, most };
}

/** Whether the interval settles it: yes, no, or neither. */
function settled({ estimate, least, most }: Benefit, threshold: number, row: Estimate): string {
  const own = estimate >= threshold ? "is large enough" : "falls short of it";
  if (row.lower === null && row.upper === null)
    return `The estimate by itself ${own}, but as there are no limits the scores do not settle it.`;
  if (least !== null && least >= threshold)
    return "The whole interval lies at or beyond it: the effect was enough.";
  if (most !== null && most < threshold)
    return "The whole interval falls short of it: the effect was not enough.";
  return `The interval holds effects that are enough and effects that are not, so the scores do not settle it; the estimate by itself ${own}.`;
}

/** Was it enough? Nothing where no threshold was named. */
export function enoughSection(result: TrialResult): WordSection {
  const threshold = thresholdOf(result);
  const row = effectOf(result);
  const heading = "Was it enough?";
  if (threshold === null || !row) return { id: "enough", heading, sentences: [], tables: [] };
  const unit = result.randomization?.statistic.unit ?? row.unit;
  const way = result.improvement === "increase" ? "higher" : "lower";
  const named = `The least effect that matters was set at ${thresholdInWords(threshold, unit)}, toward ${way} scores.`;
  const benefit = benefitOf(result);
  const answer = benefit
    ? settled(benefit, threshold, row)
    : "It stands on another scale than the effect, so that the two cannot be compared.";
  return { id: "enough", heading, sentences: [named, answer], tables: [] };
}
