import type { ResponseResult } from "../schema/index.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";
import { assumptionSentences } from "./text/assumptions.ts";
import { foundSentences } from "./text/found.ts";
import { noEffectSentences } from "./text/no-effect.ts";
import { warningsIn } from "./text/said-once.ts";
import { sensitivitySentences } from "./text/sensitivity.ts";
import { unknownSentences } from "./text/unknown.ts";

/** A heading and the sentences under it. */
export interface TextSection {
  id: "found" | "unknown" | "no-effect" | "sensitivity" | "single-arm" | "assumptions" | "warnings";
  heading: string;
  sentences: string[];
}

/** What is asked of a response. */
export function responseQuestion(result: ResponseResult): string {
  const each = result.nCourses === 1 ? "the course" : "each course";
  return isPriorsAlone(result)
    ? `What would be expected after ${each}, before any score is seen?`
    : `How did the score move after ${each}, and when did it come back?`;
}

/** What every report of a single-arm curve says. */
export const SINGLE_ARM: readonly string[] = [
  "This curve has one arm and no control period.",
  "The natural course of the disease, regression to the mean (treatment tends to start when pain is at its worst) and every other treatment are all inside what is called relief here.",
  "An N-of-1 trial, in which periods with and without the treatment follow each other in random order, is what separates them.",
];

/**
 * A result in plain words: what was found, what the data could not tell, warnings, how it compares with no effect, what another
 * assumption would change, what a single arm cannot show, and what was assumed. What a warning warns of is said once, in
 * the section where it belongs.
 *
 * @returns Sections in reading order; those with nothing to say are left out, "single-arm" never.
 * @example
 * responseText(result).map(({ heading }) => heading); // ["What was found", "What the data could not tell", …]
 */
export function responseText(result: ResponseResult): TextSection[] {
  const priorsAlone = isPriorsAlone(result);
  const ofScores = (sentences: (result: ResponseResult) => string[]): string[] =>
    priorsAlone ? [] : sentences(result);
  const found = priorsAlone ? "What the priors alone say" : "What was found";
  const sections: TextSection[] = [
    { id: "found", heading: found, sentences: foundSentences(result) },
    { id: "unknown", heading: "What the data could not tell", sentences: ofScores(unknownSentences) },
    { id: "warnings", heading: "Warnings", sentences: warningsIn(result, "warnings") },
    {
      id: "no-effect",
      heading: priorsAlone ? "No effect" : "Compared with no effect",
      sentences: noEffectSentences(result),
    },
    { id: "sensitivity", heading: "Under other assumptions", sentences: ofScores(sensitivitySentences) },
    {
      id: "single-arm",
      heading: "What a curve without a control period cannot show",
      sentences: [...SINGLE_ARM],
    },
    { id: "assumptions", heading: "Assumptions and priors", sentences: assumptionSentences(result) },
  ];
  return sections.filter(({ sentences }) => sentences.length > 0);
}
