import type { Estimate, ModeratorPermutation, ModeratorPrediction } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import type { FurtherPools } from "./further-pools.ts";
import { formatPValue } from "./p-value.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatLimits, formatPooled, formatWithLimits, scaleName } from "./pooled-number.ts";

const pText = (p: number | null): string => (p === null ? "–" : formatPValue(p));

/** "moderator:dose=high" as "dose=high"; all of them together. */
function testName(parameter: string): string {
  return parameter === "moderators" ? "All together" : parameter.replace(/^moderator:/u, "");
}

const TRIED: Readonly<Record<ModeratorPermutation["method"], (n: number) => string>> = {
  exact: (n) => `All ${n} different ways to deal the moderators out to the series were tried`,
  "monte-carlo": (n) =>
    `${n} ways to deal the moderators out to the series were tried, the true one and others at random`,
};

/** How often an order of the moderators that means nothing does as much as the true one. */
function permutationSentences({
  tests,
  method,
  nArrangements,
  smallestPValue,
}: ModeratorPermutation): string[] {
  const how = TRIED[method](nArrangements);
  const last = tests.at(-1)!;
  return [
    `${how}: as much as was found comes by that alone with p ${pText(last.pValue)}.`,
    `No p-value below ${formatPValue(smallestPValue)} is possible with these.`,
  ];
}

function permutationTable({ tests }: ModeratorPermutation): WordTable {
  return {
    caption: "Tests by permutation.",
    head: ["Coefficient", "Statistic", "p"],
    groups: [
      {
        rows: tests.map(({ parameter, statistic, pValue }) => [
          testName(parameter),
          statistic === null ? "–" : formatFixed(statistic, 2),
          pText(pValue),
        ]),
      },
    ],
  };
}

/** Mean and prediction at one point. */
interface PointRows {
  given: string;
  mean: Estimate;
  further: Estimate | null;
}

function pointRows({ points, estimates }: ModeratorPrediction): PointRows[] {
  return points.map(({ given }) => {
    const own = estimates.filter((row) => row.given === given);
    const find = (name: string): Estimate | null => own.find(({ parameter }) => parameter === name) ?? null;
    return { given, mean: find("mean")!, further: find("prediction") };
  });
}

function predictionSentences(predicted: ModeratorPrediction, view: PoolView): string[] {
  return pointRows(predicted).map(({ given, mean, further }) => {
    const span = viewSpan(mean, view);
    const width = span.lower === null || span.upper === null ? null : span.upper - span.lower;
    const next = further
      ? `; a further series there: ${formatLimits(viewSpan(further, view), view.scale)}`
      : "";
    return `At ${given} the mean effect is ${formatPooled(span.estimate, view.scale, width)} (${formatPercent(mean.level)} interval: ${formatLimits(span, view.scale)})${next}.`;
  });
}

function predictionTable(predicted: ModeratorPrediction, view: PoolView): WordTable {
  const rows = pointRows(predicted);
  const { level } = rows[0]!.mean;
  return {
    caption: "The effect at chosen values.",
    head: ["At", `${scaleName(view.scale)}, ${formatPercent(level)}`, "A further series"],
    groups: [
      {
        rows: rows.map(({ given, mean, further }) => [
          given,
          formatWithLimits(viewSpan(mean, view), view.scale),
          further === null ? "–" : formatLimits(viewSpan(further, view), view.scale, "cell"),
        ]),
      },
    ],
  };
}

/** What was asked for beside a pool with moderators, in words. */
export function moderatorSections(
  { permutation, predicted }: Pick<FurtherPools, "permutation" | "predicted">,
  view: PoolView,
): WordSection[] {
  return [
    {
      id: "at",
      heading: "What does it say at chosen values?",
      sentences: predicted ? predictionSentences(predicted, view) : [],
      tables: predicted ? [predictionTable(predicted, view)] : [],
    },
    {
      id: "permutations",
      heading: "Could chance alone have done it?",
      sentences: permutation ? permutationSentences(permutation) : [],
      tables: permutation ? [permutationTable(permutation)] : [],
    },
  ];
}
