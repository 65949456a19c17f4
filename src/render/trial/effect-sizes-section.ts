import type { EffectSize, TrialResult } from "../../schema/index.ts";
import { formatEstimate, formatInterval, formatPercent } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import { asSentence, lowerFirst } from "./trial-names.ts";

/** What an effect size says; one that is not here has its label only. */
const MEANINGS: Readonly<Record<string, string>> = {
  nap: "share of pairs, one score of each treatment, in which that of the treatment is better; 50 % is no difference",
  tau: "pairs in which the treatment's score is better less those in which it is worse; 0 is no difference, 1 complete separation",
  "tau-u": "as Tau, with trends taken into account",
  "standardized-mean-difference":
    "difference of means in standard deviations of the reference; 0 is no difference",
  "log-response-ratio": "logarithm of the ratio of means, positive where the treatment is better",
  "percent-change": "change of the mean score under the treatment, in percent of that under the reference",
  "percent-of-goal": "how much of the way from the mean under the reference to the goal was covered",
};

/** Units that are written behind the number; the others stand in a column. */
const SIGNS: Readonly<Record<string, string>> = { percent: "%", fraction: "fraction" };

function cells(row: EffectSize): string[] {
  const shown = { ...row, unit: SIGNS[row.unit] ?? "" };
  const isBare = SIGNS[row.unit] === undefined;
  const hasLimits = row.lower !== null || row.upper !== null;
  return [
    row.label,
    formatEstimate(shown),
    hasLimits ? formatInterval(shown) : "none",
    isBare ? row.unit : "",
    `${row.nBaseline} and ${row.nTreatment}`,
  ];
}

/** Messages of all effect sizes, each once, behind the names of those that it is about. */
function effectSizeMessages({ effectSizes }: Pick<TrialResult, "effectSizes">): string[] {
  const labels = new Map<string, string[]>();
  for (const { label, warnings } of effectSizes) {
    for (const { message } of warnings) {
      const known = labels.get(message) ?? [];
      labels.set(message, known.includes(label) ? known : [...known, label]);
    }
  }
  return [...labels].map(([message, names]) => asSentence(`${names.join(", ")}: ${lowerFirst(message)}`));
}

/** How far the scores differ, by each effect size; positive or above one half is better. */
export function effectSizesSection({ effectSizes, treatment, reference }: TrialResult): WordSection {
  const heading = "Effect sizes";
  const [first] = effectSizes;
  if (!first) return { id: "effect-sizes", heading, sentences: [], tables: [] };
  const level = formatPercent(first.level);
  const meanings = effectSizes.flatMap(({ parameter, label }) => {
    const meaning = MEANINGS[parameter];
    return meaning === undefined ? [] : [`${label}: ${meaning}.`];
  });
  return {
    id: "effect-sizes",
    heading,
    sentences: [
      ...meanings,
      ...(effectSizes.some(({ given }) => given !== undefined)
        ? [
            "Their intervals take the scores for independent; they are too narrow where scores resemble their neighbours.",
          ]
        : []),
      ...effectSizeMessages({ effectSizes }),
    ],
    tables: [
      {
        caption: `${treatment} compared with ${reference}. Scores: under the reference and under the treatment.`,
        head: ["Effect size", "Estimate", `${level} interval`, "Unit", "Scores"],
        groups: [{ rows: effectSizes.map(cells) }],
      },
    ],
  };
}
