import type { RelapseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import type { RelapseStudy } from "./relapse-study.ts";

const NORMAL_975 = 1.959963984540054;

/** Natural names of working parameters that no row is named after. */
const LABELS: Readonly<Record<string, string>> = { median: "Median time to relapse" };

/** As many digits as a prior deserves. */
const fewDigits = (value: number): string => `${Number(value.toPrecision(value < 100 ? 2 : 3))}`;

type Prior = RelapseResult["priors"][number];

/** "Prior of Median time to relapse: median 105 days, 95 % of it from 15 to 745 days." */
function priorInWords({ estimates, timeUnit }: RelapseResult, { parameter, mean, sd }: Prior): string {
  const name = parameter.replace(/^log /u, "");
  const row = findEstimate(estimates, name);
  const isRatio = row?.unit === "ratio";
  const unit = name === "median" ? timeUnit : "";
  const label = LABELS[name] ?? row?.label ?? name;
  if (sd === null) return `Prior of ${label}: flat, every value as likely on the log scale.`;
  const [lower, upper] = [-1, 1].map((side) => Math.exp(mean + side * NORMAL_975 * sd)) as [number, number];
  const [middle, low, high] = [Math.exp(mean), lower, upper].map(fewDigits);
  const of = unit === "" ? "" : ` ${unit}s`;
  const about = isRatio ? "around" : "median";
  return `Prior of ${label}: ${about} ${middle}${of}, 95 % of it from ${low} to ${high}${of}.`;
}

function methodSentence({ model, estimates, fit }: RelapseResult): string {
  const [first] = estimates;
  const isNone = estimates.every(({ lower, upper }) => lower === null && upper === null);
  const intervals =
    first && !isNone ? `; intervals by ${first.method} at ${formatPercent(first.level)}` : "; no intervals";
  const aicc = fit && fit.aicc !== null ? `; AICc ${formatFixed(fit.aicc, 1)}` : "";
  const likelihood = fit ? `; log-likelihood ${formatFixed(fit.logLikelihood, 2)}` : "";
  return `Model “${model}”${intervals}${likelihood}${aicc}.`;
}

function posteriorSentence({ posterior }: RelapseResult): string[] {
  if (!posterior) return [];
  const { nDraws, paretoShape, monteCarloError } = posterior;
  const shape = paretoShape === null ? "" : `Pareto k̂ ${formatFixed(paretoShape, 2)}, `;
  return [
    `Estimates are posterior medians, intervals cut off equal tails; from ${nDraws} weighted draws (${shape}Monte-Carlo error at most ${formatFixed(100 * monteCarloError, 1)} % of an interval’s width).`,
  ];
}

function priorSentences(result: RelapseResult): string[] {
  const { priors, provenance } = result;
  if (priors.every(({ sd }) => sd === null)) return [];
  const { priors: set } = provenance.options;
  const name = typeof set === "string" ? [`The set of priors is “${set}”.`] : [];
  return [...name, ...priors.map((prior) => priorInWords(result, prior))];
}

/** How each result was computed; several groups share one way. */
export function assumptionsSection({ results, average }: RelapseStudy): WordSection {
  const sentences = results.flatMap((result) => [
    methodSentence(result),
    ...posteriorSentence(result),
    ...priorSentences(result),
  ]);
  const { priors: set } = average?.provenance.options ?? {};
  const ofAverage = typeof set === "string" ? [`The set of priors is “${set}”, the same for every law.`] : [];
  return {
    id: "assumptions",
    heading: "Assumptions and priors",
    sentences: [...new Set(sentences), ...ofAverage],
    tables: [],
  };
}
