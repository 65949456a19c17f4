import type { Estimate } from "../../schema/estimate.ts";
import type { BestScoreDay } from "../../schema/next-score.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { assumptionsOfFit, dayInWords, lastingWarnings, percentInWords } from "./look-ahead-words.ts";
import type { ResultDraws } from "./result-draws.ts";

/** Below this share one more score is not worth a visit of its own. */
const WORTHWHILE = 0.05;

/**
 * The answer in sentences.
 *
 * @param known The relapse day as it is known so far, counted from the course's start.
 */
export function nextScoreMeaning(
  known: Estimate,
  best: BestScoreDay | null,
  { today, start }: { today: number; start: number },
): string[] {
  if (!best) return ["Too few draws have a relapse day for an answer."];
  const before = `The relapse day of course ${known.course} is known to a standard deviation of ${days(known.standardError!)}.`;
  const { day, expectedSd, relativeReduction, from, to } = best;
  if (relativeReduction < WORTHWHILE) {
    return [
      before,
      `No single score would narrow it much: on the best day, ${dayInWords(day)}, by ${percentInWords(Math.max(0, relativeReduction))}.`,
    ];
  }
  const away = Math.round(10 * (day - today)) / 10;
  return [
    before,
    `One more score on ${dayInWords(day)}, ${away} days from today, would bring that to ${days(expectedSd)} on average, ${percentInWords(relativeReduction)} less.`,
    ...whyLate(known, day - start),
    from === to
      ? "No other day that was tried gives nine tenths of that."
      : `Any day from ${dayInWords(from)} to ${dayInWords(to)} gives at least nine tenths of that.`,
  ];
}

/** Why the best day lies after the relapse that is expected, where it does. */
function whyLate({ estimate }: Estimate, elapsed: number): string[] {
  if (estimate === null || elapsed <= estimate) return [];
  return [
    "That day lies after the expected relapse, because a score then tells best whether relief has lasted longer.",
  ];
}

function days(sd: number): string {
  return `${sd < 10 ? sd.toPrecision(2) : Math.round(sd)} days`;
}

export function nextScoreAssumptions(result: ResponseResult, given: string): string[] {
  return [
    ...assumptionsOfFit(result),
    `All this supposes ${given}.`,
    "No further course is given before the score, and the score scatters around the curve as those before it, independently of them.",
  ];
}

export function nextScoreWarnings(
  result: ResponseResult,
  nWithDay: number,
  { draws, noEffect }: ResultDraws,
): Warning[] {
  const warnings: Warning[] = [];
  const exists = ((1 - noEffect) * nWithDay) / draws.length;
  if (exists < 0.975) {
    warnings.push({
      code: "relapse-day-not-certain",
      message: `That there is a relapse day at all has a probability of ${percentInWords(exists)}.`,
    });
  }
  return [...warnings, ...lastingWarnings(result)];
}
