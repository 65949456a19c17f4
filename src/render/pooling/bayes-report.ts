import type { PooledBayesResult, PooledBayesSensitivity } from "../../schema/index.ts";
import { bayesPoolMethods } from "../methods/other-pool-methods.ts";
import { closingPages } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { asReadTable } from "./as-read-table.ts";
import { posteriorTable, priorsTable, shrinkageTable } from "./bayes-tables.ts";
import {
  bayesAnswer,
  bayesFactorSentences,
  bayesSubject,
  shrinkageSentences,
  tauSentences,
} from "./bayes-words.ts";
import { closingSections } from "./closing-sections.ts";
import { KNOWN_VARIANCES, NORMAL_EFFECTS, poolAssumptions } from "./pool-assumptions.ts";
import { moderatorsTable } from "./pooled-tables.ts";
import { priorName } from "./prior-rows.ts";
import { priorSentences } from "./prior-words.ts";
import { readPool } from "./read-pool.ts";
import { patientsOf } from "./series-counts.ts";

/** A Bayesian pool in words, before it is set as text, Markdown or HTML. */
export function bayesReport(result: PooledBayesResult, sensitivity: PooledBayesSensitivity): WordReport {
  const patients = patientsOf(result.series);
  const { measure, leftOut, priors } = result;
  return {
    name: readPool(result).label,
    subject: bayesSubject(result),
    question: "What is to be believed after these series, given what was held likely before them?",
    meta: [
      ...(patients === null ? [] : [`${patients} patients`]),
      `measure ${measure}`,
      `prior of τ ${priorName(priors.tau.label)}`,
      `prior of the mean ${priorName(priors.mean.label)}`,
      ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
    ],
    answer: bayesAnswer(result),
    sections: [
      {
        id: "answers",
        heading: "What is believed after the data",
        sentences: [...tauSentences(result), ...bayesFactorSentences(result)],
        tables: [posteriorTable(result)],
      },
      {
        id: "priors",
        heading: "How far does the answer hang on the prior?",
        sentences: priorSentences(sensitivity, readPool(result)),
        tables: [priorsTable(result, sensitivity)],
      },
      {
        id: "data",
        heading: "What each series says, alone and with the others",
        sentences: shrinkageSentences(result),
        tables: [shrinkageTable(result), ...asReadTable(result.series), ...moderatorsTable(result)],
      },
      ...closingSections(result),
      poolAssumptions(
        KNOWN_VARIANCES,
        NORMAL_EFFECTS,
        `Prior of τ: ${priorName(priors.tau.label)}; prior of the mean: ${priorName(priors.mean.label)}.`,
      ),
      ...closingPages(bayesPoolMethods(result), [result, sensitivity]),
    ],
  };
}
