import type { RandomizationResult, Trial, TrialModelAnswer, TrialResult } from "../../src/schema/index.ts";
import {
  ab,
  alternating,
  analyzeTrial,
  analyzeTrials,
  completelyRandomized,
  logMeanRatio,
  randomizationTest,
  randomizedBlocks,
  randomizedPairs,
  williams,
} from "../../src/trial/index.ts";

/** One period: its treatment, its block, and its scores with their days. */
type Period = readonly [treatment: string, block: number | null, scores: readonly number[]];

/** A trial of periods; a score every `step` days, none where `step` is null. */
function trialOfPeriods(periods: readonly Period[], step: number | null = 1, patient = "anna"): Trial {
  let day = 1 - (step ?? 0);
  const scores = periods.flatMap(([treatment, block, own], p) =>
    own.map((score) => {
      day += step ?? 0;
      return { treatment, score, period: p + 1, block, day: step === null ? null : day };
    }),
  );
  return { patient, treatments: [...new Set(periods.map(([treatment]) => treatment))], scores };
}

/** Pairs of periods with three scores each, lower under the second treatment. */
function pairsOf(n: number, [reference, treatment] = ["saline", "IVIG"]): Trial {
  return trialOfPeriods(
    Array.from({ length: n }, (_, pair) => {
      const one: Period = [reference!, pair + 1, [7, 8 - (pair % 2), 7.5]];
      const other: Period = [treatment!, pair + 1, [4 + (pair % 3), 3.5, 4]];
      return pair % 2 === 0 ? [one, other] : [other, one];
    }).flat(),
    7,
  );
}

/** Scores of two phases, one a day. */
function phases(a: readonly number[], b: readonly number[]): Trial {
  return trialOfPeriods([
    ["usual care", null, a],
    ["IVIG", null, b],
  ]);
}

/** A name of 200 characters. */
export const LONG = "normal saline with albumin 0.1 % given over four hours as a sham infusion "
  .repeat(3)
  .slice(0, 200);

const lower = { improvement: "decrease" } as const;
const minimumLength = { settings: { minimumLength: 3 } };

/** What two models might say. */
const modelAnswers: TrialModelAnswer[] = [
  {
    model: "paired-t",
    label: "Paired t",
    assumes: "Differences of the pairs are independent and normal",
    estimates: [
      {
        parameter: "effect",
        label: "Difference, IVIG − saline",
        unit: "score",
        estimate: -3.4,
        standardError: 0.3,
        lower: -4.2,
        upper: -2.6,
        level: 0.95,
        method: "t",
        bound: "closed",
      },
      {
        parameter: "sd",
        label: "Standard deviation of the differences",
        unit: "score",
        estimate: 0.74,
        standardError: null,
        lower: null,
        upper: null,
        level: 0.95,
        method: "none",
        bound: "closed",
      },
    ],
    test: { statistic: "t", value: -11.2, degreesOfFreedom: 5, pValue: 0.0001 },
    probabilities: [{ event: "benefit", label: "Probability of any benefit", probability: 0.998 }],
    nScores: 36,
    warnings: [{ code: "few-pairs", message: "The interval of 6 pairs leans on the normal distribution" }],
  },
];

const six = analyzeTrial(pairsOf(6), { ...lower, design: randomizedPairs, threshold: 2 });
const spread = Array.from({ length: 60 }, (_, i) => 5 + ((i * 7) % 5) - (i % 2 === 0 ? 0 : 2));

/** Hard and usual results, by what is special about them. */
export const trialResults: Readonly<Record<string, TrialResult>> = {
  "six pairs": six,
  "six pairs with a model": { ...six, models: modelAnswers },
  "one pair": analyzeTrial(pairsOf(1), { ...lower, design: randomizedPairs, threshold: 2 }),
  "AB phases of five and five": analyzeTrial(phases([8, 7, 8, 9, 8], [4, 5, 3, 4, 4]), {
    ...lower,
    design: ab,
    ...minimumLength,
  }),
  "all scores equal": analyzeTrial(
    trialOfPeriods(
      [1, 2, 3, 4].flatMap((b): Period[] => [
        ["saline", b, [5, 5]],
        ["IVIG", b, [5, 5]],
      ]),
    ),
    { ...lower, design: randomizedPairs, threshold: 1 },
  ),
  "sixty alternating scores": analyzeTrial(
    trialOfPeriods(spread.map((score, i): Period => [i % 2 === 0 ? "saline" : "IVIG", null, [score]])),
    { ...lower, design: alternating, nDraws: 1999, maxAssignments: 4000 },
  ),
  "sixty scores in two phases": analyzeTrial(
    phases(
      spread.slice(0, 30),
      spread.slice(30).map((s) => s - 3),
    ),
    {
      improvement: "increase",
      design: ab,
      ...minimumLength,
    },
  ),
  "three treatments": analyzeTrial(
    trialOfPeriods(
      [1, 2, 3].flatMap((b): Period[] => [
        ["saline", b, [7, 8]],
        ["IVIG", b, [3, 4]],
        ["gabapentin", b, [6, 5]],
      ]),
      4,
    ),
    { ...lower, design: randomizedBlocks },
  ),
  "several scores on a day": analyzeTrial(
    (() => {
      const trial = pairsOf(4);
      const scores = trial.scores.map((score) => ({ ...score, day: score.period * 14 }));
      return { ...trial, scores };
    })(),
    { ...lower, design: randomizedPairs, threshold: 5 },
  ),
  "without days": analyzeTrial(
    trialOfPeriods(
      ["saline", "IVIG", "IVIG", "saline", "IVIG", "saline", "saline", "IVIG"].map(
        (t, i): Period => [t, null, [t === "IVIG" ? 3 + (i % 2) : 7]],
      ),
      null,
    ),
    { ...lower, design: completelyRandomized, threshold: 8 },
  ),
  "a ratio": analyzeTrial(pairsOf(6), {
    ...lower,
    design: randomizedPairs,
    statistic: logMeanRatio,
    threshold: 0.3,
  }),
  "steps a day": analyzeTrial(
    (() => {
      const trial = pairsOf(5);
      return { ...trial, scores: trial.scores.map((row) => ({ ...row, score: 12_400 - 1000 * row.score })) };
    })(),
    { improvement: "increase", design: randomizedPairs, threshold: 1000 },
  ),
  "no design": analyzeTrial(pairsOf(3), lower),
  "two patients of one design": analyzeTrials(
    [
      trialOfPeriods(
        [
          ["saline", null, [8, 7]],
          ["IVIG", null, [4, 3]],
        ],
        7,
        "anna",
      ),
      trialOfPeriods(
        [
          ["IVIG", null, [5, 4]],
          ["saline", null, [7, 9]],
        ],
        7,
        "berta",
      ),
    ],
    { ...lower, design: williams, settings: { treatments: ["saline", "IVIG"] } },
  )[0]!,
  "one-sided": analyzeTrial(pairsOf(6), { ...lower, design: randomizedPairs, sides: 1, threshold: 2 }),
  "names that could break out": analyzeTrial(pairsOf(6, ["<script>alert(1)</script>", "a | b & “c”"]), {
    ...lower,
    design: randomizedPairs,
  }),
  "names of 200 characters": analyzeTrial(pairsOf(6, [LONG, `IVIG ${LONG}`.slice(0, 200)]), {
    ...lower,
    design: randomizedPairs,
    threshold: 2,
  }),
  "names from right to left": analyzeTrial(pairsOf(6, ["מי מלח", "אימונוגלובולין"]), {
    ...lower,
    design: randomizedPairs,
  }),
};

/** As many assignments as twenty pairs have, in the shape of those of six. */
function enlarged(result: RandomizationResult): RandomizationResult {
  const factor = 2 ** 14;
  return {
    ...result,
    nAssignments: factor * result.nAssignments,
    nPossible: String(factor * result.nAssignments),
    distribution: result.distribution.map((bar) => ({ ...bar, nAssignments: factor * bar.nAssignments })),
  };
}

/** Tests of few and of very many assignments. */
export const randomizationResults: Readonly<Record<string, RandomizationResult>> = {
  "six pairs": six.randomization!,
  "a million assignments": enlarged(six.randomization!),
  "two assignments": trialResults["one pair"]!.randomization!,
  "all scores equal": trialResults["all scores equal"]!.randomization!,
  "drawn assignments": trialResults["sixty alternating scores"]!.randomization!,
  "one-sided": trialResults["one-sided"]!.randomization!,
  "twelve scores, six of each": randomizationTest(
    trialOfPeriods(
      [..."ABBABAABABBA"].map((t, i): Period => [t, null, [t === "A" ? 6 + (i % 3) : 4 + (i % 4)]]),
      null,
    ),
    { design: completelyRandomized.design({ treatments: ["A", "B"], nPeriods: [6, 6] }) },
  ),
};
