import type { TrialResult } from "../../schema/index.ts";
import { TRIAL } from "../citations/trial.ts";
import { formatPercent } from "../format-number.ts";
import { count } from "../text/assumptions.ts";
import { thresholdInWords, thresholdOf } from "../trial/enough-words.ts";
import { levelOf } from "../trial/trial-effect.ts";
import { countInWords, lowerFirst, nameInSentence } from "../trial/trial-names.ts";
import { type Cited, citedParagraph, type MethodsParagraph } from "../words/cited.ts";
import { designWords } from "./design-words.ts";
import { plannedAs } from "./trial-facts.ts";

function designSentence({
  design,
  reference,
  treatment,
  periods,
  scores,
  randomization,
}: TrialResult): Cited {
  const [one, other] = [reference, treatment].map(nameInSentence);
  const amount = `${count(periods.length, "period")} with ${count(scores.length, "score")}`;
  if (!randomization)
    return {
      sentence: `One patient received ${one} and ${other} in ${amount}; the order was not analysed as randomised.`,
      references: [],
    };
  const { assigned, reference: source } = designWords(design);
  const several = randomization.patients.length > 1;
  const who = several
    ? `${count(randomization.patients.length, "patient")}, of whom this report is about one,`
    : "One patient";
  return {
    sentence: `${who} received ${one} and ${other}, assigned ${assigned} (${amount}).`,
    references: source === null ? [] : [source],
  };
}

function testSentences(result: TrialResult): Cited[] {
  const { randomization } = result;
  if (!randomization) return [];
  const { statistic, sides, nAssignments, nPossible, estimates, provenance } = randomization;
  const isExact = String(nAssignments) === nPossible;
  const level = levelOf(result);
  const of = isExact
    ? `all ${countInWords(nPossible)} assignments that the design could have given`
    : `${countInWords(String(nAssignments))} assignments (the actual one, and others drawn at random with seed ${provenance.seed} from ${countInWords(nPossible)})`;
  const way = sides === 2 ? "two-sided" : "one-sided, in the direction of improvement";
  const test = {
    sentence: `The treatments were compared by a ${way} randomization test of the ${statistic.label.toLowerCase()} over ${of}.`,
    references: [TRIAL.randomizationTest, ...(isExact ? [] : [TRIAL.monteCarlo])],
  };
  if (estimates.length === 0) return [test];
  const shift = estimates[0]!.unit === "ratio" ? "a common factor" : "a constant shift";
  const interval = {
    sentence: `The ${formatPercent(level)} confidence interval holds the effects, taken as ${shift} of the scores, that this test does not reject.`,
    references: [TRIAL.inversion],
  };
  return [test, interval];
}

function thresholdSentences(result: TrialResult): Cited[] {
  const threshold = thresholdOf(result);
  if (threshold === null) return [];
  const unit = result.randomization?.statistic.unit ?? result.estimates[0]?.unit ?? "";
  const points = unit === "score" ? " score points" : "";
  return [
    {
      sentence: `The least effect that matters was set at ${thresholdInWords(threshold, unit)}${points}.`,
      references: [],
    },
  ];
}

function furtherSentences({ effectSizes, models, intercurrentEvents, adverseEvents }: TrialResult): Cited[] {
  const sizes = [...new Set(effectSizes.map(({ label }) => lowerFirst(label)))];
  const further: Cited[] = [];
  if (sizes.length > 0)
    further.push({
      sentence: `Effect sizes: ${sizes.join(", ")}.`,
      references: [TRIAL.effectSizes],
    });
  for (const { label, assumes, reference } of models)
    further.push({
      sentence: `The model “${label}” was fitted too; it takes for granted: ${lowerFirst(assumes).replace(/[.]?$/u, ".")}`,
      references: reference === undefined ? [] : reference.split("; "),
    });
  if (intercurrentEvents)
    further.push({
      sentence:
        "Missing scores were left out, and scores with rescue treatment were analysed as they were taken (treatment policy); other strategies are reported beside it.",
      references: [TRIAL.estimand],
    });
  if (adverseEvents)
    further.push({
      sentence:
        "Rates of adverse events have exact Poisson limits; their ratio is from the exact conditional test.",
      references: [TRIAL.rates],
    });
  return further;
}

function planSentence(result: TrialResult): Cited {
  const plan = plannedAs(result);
  const told =
    plan === null
      ? "No plan that had been fixed before unblinding was checked."
      : plan.deviations.length === 0
        ? `The analysis followed a plan fixed before unblinding (SHA-256 ${plan.sha256}).`
        : `The analysis departs from the plan fixed before unblinding (SHA-256 ${plan.sha256}): ${plan.deviations.join("; ")}.`;
  const { package: name, version } = result.provenance;
  return {
    sentence: `${told} Computed with ${name} ${version}; reported along CENT 2015.`,
    references: [TRIAL.reporting],
  };
}

/** How a trial was analysed, sentence by sentence. */
export function trialMethods(result: TrialResult): Cited[] {
  return [
    designSentence(result),
    ...testSentences(result),
    ...thresholdSentences(result),
    ...furtherSentences(result),
    planSentence(result),
  ];
}

/**
 * How the trial was analysed, ready to paste into a paper, with numbered citations.
 *
 * @example
 * methodsParagraph(result).text; // "One patient received saline and IVIG, assigned in pairs of periods, … (8 periods with 24 scores) [1]. …"
 */
export function methodsParagraph(result: TrialResult): MethodsParagraph {
  return citedParagraph(trialMethods(result));
}
