import type { Estimate, Moderator, ModeratorTest, PooledResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatFixed, formatPercent, formatRange, formatValue } from "../format-number.ts";
import { formatPValue } from "./p-value.ts";
import { plain } from "./pooled-number.ts";

/** "F(2, 10) 6.2, p 0.017" or "QM(2) 12.1, p 0.002". */
export function moderatorTestText({
  statistic,
  numeratorDegreesOfFreedom: m,
  denominatorDegreesOfFreedom: n,
  pValue,
}: ModeratorTest): string {
  const name = n === null ? `QM(${m})` : `F(${m}, ${formatFixed(n, Number.isInteger(n) ? 0 : 1)})`;
  return `${name} ${formatFixed(statistic, 2)}, p ${formatPValue(pValue)}`;
}

/** "−0.5 + 0.03 × dose". */
function lineText(intercept: Estimate, slope: Estimate, { name }: Moderator): string {
  const sign = (slope.estimate ?? 0) < 0 ? "−" : "+";
  return `${plain(intercept.estimate)} ${sign} ${plain(Math.abs(slope.estimate ?? 0))} × ${name}`;
}

function numberSentence(result: PooledResult, moderator: Moderator): string[] {
  const slope = findEstimate(result.estimates, `moderator:${moderator.name}`);
  const intercept = findEstimate(result.estimates, "intercept");
  if (!slope || !intercept) return [];
  const alone =
    result.regression!.moderators.length === 1
      ? ` The fitted line: ${lineText(intercept, slope, moderator)}.`
      : "";
  return [
    `With each unit more of ${moderator.name} the effect changes by ${withLimits(slope)}, on the scale of the pool.${alone}`,
  ];
}

/** An effect with as many digits as its limits support: "−0.029 (95 % interval: −0.047 to −0.011)". */
function withLimits({ estimate, lower, upper, level }: Estimate): string {
  const isKnown = lower !== null && upper !== null;
  const value = isKnown ? formatValue(estimate, "", upper - lower) : plain(estimate);
  const limits = isKnown ? formatRange(lower, upper, "") : "no limits";
  return `${value} (${formatPercent(level)} interval: ${limits})`;
}

function textSentences({ estimates }: PooledResult, { name, reference }: Moderator): string[] {
  const rows = estimates.filter(({ parameter }) => parameter.startsWith(`moderator:${name}=`));
  return rows.map((row) => {
    const level = row.parameter.slice(`moderator:${name}=`.length);
    return `Where ${name} is ${level} instead of ${reference}, the effect differs by ${withLimits(row)}, on the scale of the pool.`;
  });
}

/** How the effect goes with the moderators, whether that could be chance, and how much they explain. */
export function regressionSentences(result: PooledResult): string[] {
  const { regression } = result;
  if (!regression) return [];
  const { moderators, moderatorTest, rSquared } = regression;
  const kinds = { number: numberSentence, text: textSentences };
  const test = moderatorTest
    ? [
        moderatorTest.pValue < 0.05
          ? `That is more than chance would often do (${moderatorTestText(moderatorTest)}).`
          : `That may be chance (${moderatorTestText(moderatorTest)}).`,
      ]
    : [];
  const share =
    rSquared === null
      ? []
      : [
          `Of the variance between series ${formatValue(rSquared, "fraction")} goes with ${moderators.map(({ name }) => name).join(" and ")} (R²).`,
        ];
  return [...moderators.flatMap((moderator) => kinds[moderator.kind](result, moderator)), ...test, ...share];
}
