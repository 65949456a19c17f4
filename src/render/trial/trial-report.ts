import type { TrialResult } from "../../schema/index.ts";
import { formatValue } from "../format-number.ts";
import { count } from "../text/assumptions.ts";
import { besidesSection } from "../trial-report/besides-section.ts";
import { trialMethods } from "../trial-report/methods-paragraph.ts";
import { patientSection } from "../trial-report/patient-section.ts";
import { assumptionsOnPaper } from "../words/ground-sections.ts";
import { methodsSection } from "../words/methods-section.ts";
import { reproductionSection } from "../words/reproduction-section.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { effectSizesSection } from "./effect-sizes-section.ts";
import { enoughSection } from "./enough-words.ts";
import { modelsSection } from "./models-section.ts";
import { attainableSentence, testSentence } from "./test-words.ts";
import { trialAnswer } from "./trial-answer.ts";
import { levelOf, supportOf } from "./trial-effect.ts";
import { blockMeans } from "./trial-means.ts";
import { lowerFirst, nameInSentence } from "./trial-names.ts";
import { blocksTable, periodsTable, treatmentsTable } from "./trial-tables.ts";
import { unknownSection, warningsSection } from "./unknown-words.ts";

/** The question of a trial. */
function asked({ patient, treatment, reference }: TrialResult): string {
  const [name, one, other] = [patient, treatment, reference].map(nameInSentence);
  return `Do the scores of ${name} differ with ${one}, compared with ${other}?`;
}

/** What the answer takes for granted, and what each model beside it does. */
function trialAssumptions({ randomization, models }: TrialResult): string[] {
  return [
    randomization
      ? "The test takes for granted that treatments were drawn as the design says, and nothing of how scores are distributed; no prior enters it."
      : "Nothing is taken of how treatments were assigned, so that no test is given.",
    "Missing scores are taken to be missing for reasons that have nothing to do with the treatment.",
    ...models.map(({ label, assumes }) => `${label}: ${assumes.replace(/[.]?$/u, ".")}`),
  ];
}

/** What was asked, of what, and which way is better. */
function questionSection(result: TrialResult): WordSection {
  const { improvement, design, scores, periods } = result;
  const blocks = new Set(periods.flatMap(({ block }) => (block === null ? [] : [block]))).size;
  const inBlocks = blocks > 0 ? `, in ${count(blocks, "block")}` : "";
  return {
    id: "question",
    heading: "What was asked",
    sentences: [
      `${asked(result)} ${improvement === "increase" ? "Higher" : "Lower"} scores are better.`,
      `${result.randomization ? `Design “${design}”` : "What was scored"}: ${count(scores.length, "score")} in ${count(periods.length, "period")}${inBlocks}.`,
    ],
    tables: [treatmentsTable(result)],
  };
}

/** How often the draw of treatments alone gives as much, and whether it could have been seldom enough. */
function testSection(result: TrialResult): WordSection {
  const { randomization } = result;
  const heading = "How often would chance give as much?";
  if (!randomization) return { id: "test", heading, sentences: [], tables: [] };
  const { statistic, observed } = randomization;
  const unit = statistic.unit === "probability" ? "" : statistic.unit;
  return {
    id: "test",
    heading,
    sentences: [
      `Statistic: ${lowerFirst(statistic.label)}, ${formatValue(observed, unit, unit === "score" ? supportOf(result) : null)} with the actual assignment.`,
      testSentence(randomization),
      attainableSentence(randomization, levelOf(result)),
    ],
    tables: [],
  };
}

function blocksSection(result: TrialResult): WordSection {
  const means = blockMeans(result);
  const better = means.filter(({ reference, treatment }) =>
    result.improvement === "increase" ? treatment > reference : treatment < reference,
  );
  const { length: n } = means;
  return {
    id: "blocks",
    heading: "Block by block",
    sentences:
      n === 0
        ? []
        : [`Better with ${nameInSentence(result.treatment)} in ${better.length} of ${count(n, "block")}.`],
    tables: n === 0 ? [] : [blocksTable(result)],
  };
}

/**
 * The result of a trial in words.
 *
 * @param further Sections for authors, such as the methods paragraph and the checklist.
 */
export function trialReport(result: TrialResult, further: readonly WordSection[] = []): WordReport {
  const { patient, treatment, reference, design, scores, periods } = result;
  return {
    name: patient,
    subject: `${nameInSentence(treatment)} compared with ${nameInSentence(reference)}`,
    question: asked(result),
    meta: [
      result.randomization ? `design ${design}` : "no test",
      count(periods.length, "period"),
      count(scores.length, "score"),
    ],
    answer: trialAnswer(result),
    sections: [
      patientSection(result),
      questionSection(result),
      testSection(result),
      enoughSection(result),
      blocksSection(result),
      effectSizesSection(result),
      modelsSection(result),
      besidesSection(result),
      unknownSection(result),
      warningsSection(result),
      { id: "data", heading: "The periods as analysed", sentences: [], tables: [periodsTable(result)] },
      assumptionsOnPaper(trialAssumptions(result)),
      methodsSection(trialMethods(result)),
      ...further,
      reproductionSection([result]),
    ],
  };
}
