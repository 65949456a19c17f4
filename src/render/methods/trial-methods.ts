import type { BetweenCaseResult, TrialPowerResult, TrialSeriesResult } from "../../schema/index.ts";
import { INFERENCE } from "../citations/inference.ts";
import { TRIAL } from "../citations/trial.ts";
import { formatPercent } from "../format-number.ts";
import { designWords as powerDesigns } from "../power/power-words.ts";
import { count } from "../text/assumptions.ts";
import type { AnySchedule } from "../trial/schedule-words.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import { designWords } from "../trial-report/design-words.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

/** How power was computed, for a paper. */
export function powerMethods(result: TrialPowerResult): Cited[] {
  const { nReplicates, level, rows, provenance } = result;
  const analyses = [...new Set(rows.map(({ label }) => label))].join(", ");
  return [
    {
      sentence: `The power of the design (${powerDesigns(result)}) was found by simulating ${nReplicates} trials with normal scores for each scenario, and as many in which the treatment does nothing.`,
      references: [INFERENCE.simulation],
    },
    plainly(
      `Analyses, at a two-sided level of ${formatPercent(Number((1 - level).toPrecision(4)))}: ${analyses}.`,
    ),
    {
      sentence: "Limits of the simulation itself are Wilson’s, at 95 %.",
      references: [INFERENCE.wilson],
    },
    softwareSentence(provenance),
  ];
}

/** How a series of trials was analysed, for a paper. */
export function seriesMethods(series: TrialSeriesResult, betweenCase: BetweenCaseResult | null): Cited[] {
  const { nPatients, nScores, treatment, reference, provenance } = series;
  return [
    {
      sentence: `The N-of-1 trials of ${count(nPatients, "patient")} (${count(nScores, "score")}; ${nameInSentence(treatment)} against ${nameInSentence(reference)}) were analysed together by a linear mixed model with restricted maximum likelihood.`,
      references: [INFERENCE.mixedModel],
    },
    { sentence: "Degrees of freedom are Kenward and Roger’s.", references: [INFERENCE.kenwardRoger] },
    plainly(
      "The patients’ own effects were also pooled with a variance between patients, and drawn towards their mean.",
    ),
    ...(betweenCase
      ? [plainly(`A standardized difference between cases was computed: ${betweenCase.label}.`)]
      : []),
    softwareSentence(provenance),
  ];
}

/** How treatments will be assigned and compared, for a protocol. */
export function scheduleMethods(schedule: Extract<AnySchedule, { kind: "trial-schedule" }>): Cited[] {
  const { design, treatments, periods, provenance } = schedule;
  const { assigned, reference } = designWords(design);
  return [
    {
      sentence: `Treatments (${treatments.map(nameInSentence).join(", ")}) are assigned ${assigned}, over ${count(periods.length, "period")}.`,
      references: reference === null ? [] : [reference],
    },
    {
      sentence:
        "They will be compared by a randomization test over the assignments that this design can give.",
      references: [TRIAL.randomizationTest],
    },
    softwareSentence(provenance),
  ];
}
