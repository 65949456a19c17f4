import type { Estimate, TrialResult } from "../../schema/index.ts";
import { formatEstimate, formatPercent, formatProbability, formatValue } from "../format-number.ts";
import { thresholdInWords, thresholdOf } from "../trial/enough-words.ts";
import { effectOf, hasInterval, noEffectOf, supportOf } from "../trial/trial-effect.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import type { WordSection } from "../words/word-report.ts";
import { enoughVerdict } from "./enough-verdict.ts";

const namesOf = ({ treatment, reference }: TrialResult): [string, string] => [
  nameInSentence(treatment),
  nameInSentence(reference),
];

function whatWasDone(result: TrialResult): string {
  const [one, other] = namesOf(result);
  const order = result.randomization ? ", in an order drawn by lot" : "";
  const better = result.improvement === "increase" ? "higher" : "lower";
  return `You received ${one} and ${other} at different times${order}, and gave scores; a ${better} score is better.`;
}

/** "4.0 points lower", "half", or that it is the same. */
function sizeInWords(row: Estimate, result: TrialResult): string {
  const value = row.estimate!;
  if (value === noEffectOf(row)) return "the same as";
  if (row.unit === "ratio") return `${formatEstimate(row)} times those`;
  const amount = formatValue(Math.abs(value), row.unit, supportOf(result));
  const points = row.unit === "score" ? " points" : "";
  return `${amount}${points} ${value > 0 ? "higher than" : "lower than"}`;
}

function whatWasFound(result: TrialResult): string[] {
  const row = effectOf(result);
  const [one, other] = namesOf(result);
  if (!row) return [`How much ${one} and ${other} differ could not be told from these scores.`];
  const isNone = row.estimate === noEffectOf(row);
  const isBetter = row.estimate! > noEffectOf(row) === (result.improvement === "increase");
  const judged = isNone ? "" : isBetter ? ` That speaks for ${one}.` : ` That speaks for ${other}.`;
  return [`With ${one} the scores were on average ${sizeInWords(row, result)} with ${other}.${judged}`];
}

/** One end of the interval as what it would mean: how much, and for better or for worse. */
function endInWords(end: number, row: Estimate, result: TrialResult): { amount: string; judged: string } {
  if (row.unit === "ratio") {
    const amount = formatEstimate({ ...row, estimate: end });
    return { amount, judged: "times as high" };
  }
  const points = row.unit === "score" ? "points " : "";
  const amount = formatValue(Math.abs(end), row.unit, supportOf(result));
  if (Number.parseFloat(amount) === 0) return { amount: "no", judged: "difference" };
  const isBetter = end > 0 === (result.improvement === "increase");
  return { amount, judged: `${points}${isBetter ? "better" : "worse"}` };
}

/** "from 3.7 to 5.0 points better", "from 0.4 points worse to 1.1 points better". */
function rangeInWords(ends: readonly { amount: string; judged: string }[]): string {
  const [one, other] = ends as [(typeof ends)[0], (typeof ends)[0]];
  const first = one.judged === other.judged ? one.amount : `${one.amount} ${one.judged}`;
  return `from ${first} to ${other.amount} ${other.judged}`;
}

function howSure(result: TrialResult): string[] {
  const row = effectOf(result);
  if (!row) return [];
  const { lower, upper } = row;
  if (!hasInterval(row) || (lower === null && upper === null))
    return ["How far that may be from the truth is not known: these scores set it no limits."];
  const fromWorst = result.improvement === "increase" ? [lower, upper] : [upper, lower];
  const ends = fromWorst.flatMap((end) => (end === null ? [] : [endInWords(end, row, result)]));
  const sure = `A range found in this way holds the truth in at least ${formatPercent(row.level)} of such trials.`;
  return ends.length === 2
    ? [`The true difference may lie anywhere ${rangeInWords(ends)}. ${sure}`]
    : [
        `The true difference has one limit only, ${ends[0]!.amount} ${ends[0]!.judged}; on the other side it may be of any size. ${sure}`,
      ];
}

function byChance({ randomization }: TrialResult): string[] {
  if (!randomization) return ["As the order was not drawn by lot, luck cannot be told from the treatment."];
  const { pValue, sides } = randomization;
  const way = sides === 2 ? ", one way or the other," : "";
  return [
    `If both treatments did the same, the lot alone would give a difference at least as large as this${way} with a probability of ${formatProbability(pValue)}.`,
  ];
}

function wasItEnough(result: TrialResult): string {
  const threshold = thresholdOf(result);
  const [one] = namesOf(result);
  if (threshold === null)
    return "Was it enough? No least difference that matters to you was named beforehand, so that the numbers alone cannot say; it is for you and your doctor to judge.";
  const unit = result.randomization?.statistic.unit ?? effectOf(result)?.unit ?? "";
  const points = unit === "score" ? " points" : "";
  const least = `${thresholdInWords(threshold, unit)}${points}`;
  const verdict = enoughVerdict(result);
  if (verdict === "beyond")
    return `Was it enough? Yes: all that the scores leave possible is at least the ${least} that were named beforehand as mattering.`;
  if (verdict === "not-beyond")
    return `Was it enough? No: all that the scores leave possible for ${one} is less than the ${least} that were named beforehand as mattering.`;
  return `Was it enough? That cannot be said yet: the scores leave room for more and for less than the ${least} that were named beforehand as mattering.`;
}

/** By how much a model's posterior is for it; nothing where no model has one. */
function byModels({ models }: TrialResult): string[] {
  return models.flatMap(({ label, probabilities }) =>
    probabilities.map((row) => `${row.label}: ${formatProbability(row.probability)} (${label}).`),
  );
}

/** The result for the patient, without terms of statistics. */
export function patientSection(result: TrialResult): WordSection {
  const together = (result.randomization?.patients.length ?? 1) > 1;
  return {
    id: "patient",
    heading: "In plain words, for the patient",
    sentences: [
      whatWasDone(result),
      ...whatWasFound(result),
      ...howSure(result),
      ...byChance(result),
      wasItEnough(result),
      ...byModels(result),
      together
        ? "The difference is that of all patients of the trial together."
        : "This is about you and the time of this trial; another patient may fare differently.",
    ],
    tables: [],
  };
}
