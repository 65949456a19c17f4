import type { TrialModelAnswer, TrialResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatEstimate, formatFixed, formatInterval, formatProbability } from "../format-number.ts";
import { formatPValue } from "../pooling/p-value.ts";
import type { WordSection } from "../words/word-report.ts";
import { asSentence, lowerFirst } from "./trial-names.ts";

const NOTHING = "–";

/** "t = −3.2 on 4.1 df". */
function statisticOf({ test }: TrialModelAnswer): string {
  if (!test) return NOTHING;
  const { statistic, value, degreesOfFreedom } = test;
  const df =
    degreesOfFreedom === null
      ? ""
      : ` on ${formatFixed(degreesOfFreedom, Number.isInteger(degreesOfFreedom) ? 0 : 1)} df`;
  return `${statistic} = ${formatFixed(value, 2)}${df}`;
}

function answersTable(models: readonly TrialModelAnswer[]): WordTable {
  return {
    caption: "The treatment's effect by each model.",
    head: ["Model", "Effect", "Interval", "Test", "p"],
    groups: [
      {
        rows: models.map((answer) => {
          const [effect] = answer.estimates;
          return [
            answer.label,
            effect ? formatEstimate(effect) : NOTHING,
            effect && (effect.lower !== null || effect.upper !== null) ? formatInterval(effect) : "none",
            statisticOf(answer),
            answer.test ? formatPValue(answer.test.pValue) : NOTHING,
          ];
        }),
      },
    ],
  };
}

/** What the models estimate besides the effect. */
function furtherTables(models: readonly TrialModelAnswer[]): WordTable[] {
  const groups = models
    .filter(({ estimates }) => estimates.length > 1)
    .map(({ label, estimates }) => ({
      heading: label,
      rows: estimates
        .slice(1)
        .map((row) => [
          row.label,
          formatEstimate(row),
          row.lower === null && row.upper === null ? "none" : formatInterval(row),
        ]),
    }));
  const caption = "What the models estimate besides.";
  return groups.length === 0 ? [] : [{ caption, head: ["Quantity", "Estimate", "Interval"], groups }];
}

function sentencesOf({ label, assumes, probabilities, warnings }: TrialModelAnswer): string[] {
  return [
    asSentence(`${label} takes for granted: ${lowerFirst(assumes)}`),
    ...probabilities.map(
      (row) => `${label}: ${lowerFirst(row.label)}, ${formatProbability(row.probability)}.`,
    ),
    ...warnings.map(({ message }) => asSentence(`${label}: ${lowerFirst(message)}`)),
  ];
}

/** What models say beside the test; empty where none was asked for. */
export function modelsSection({ models }: TrialResult): WordSection {
  return {
    id: "models",
    heading: "By models of the scores",
    sentences: models.flatMap(sentencesOf),
    tables: models.length === 0 ? [] : [answersTable(models), ...furtherTables(models)],
  };
}
