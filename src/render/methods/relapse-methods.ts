import type { RelapseResult } from "../../schema/index.ts";
import { INTERVAL_SOURCES } from "../citations/inference.ts";
import { CLUSTER_SOURCES, CURVE_SOURCES, RELAPSE } from "../citations/relapse.ts";
import { sourcesOf } from "../citations/sources.ts";
import { formatPercent } from "../format-number.ts";
import type { RelapseStudy } from "../relapse/relapse-study.ts";
import { count } from "../text/assumptions.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

function levelOf({ estimates }: RelapseResult): string {
  const [first] = estimates;
  return first ? ` (level ${formatPercent(first.level)})` : "";
}

/** A curve without a law of times. */
function curveSentence(result: RelapseResult, nCourses: number): Cited {
  return {
    sentence: `The share of ${count(nCourses, "course")} still well was estimated without a law of times, by the method “${result.model}”${levelOf(result)}.`,
    references: sourcesOf(CURVE_SOURCES, result.model),
  };
}

/** A law fitted by its likelihood. */
function lawSentences(result: RelapseResult, nCourses: number): Cited[] {
  const { model, estimates, priors } = result;
  const method = estimates[0]?.method ?? "";
  const underPriors = priors.some(({ sd }) => sd !== null)
    ? " under priors that are given with the results"
    : "";
  return [
    {
      sentence: `The law “${model}” of the time to relapse was fitted to ${count(nCourses, "course")}; a relapse between two visits enters as an interval, a course without a relapse as one that lasted longer.`,
      references: [RELAPSE.laws],
    },
    {
      sentence: `Intervals are by the method “${method}”${underPriors}${levelOf(result)}.`,
      references: sourcesOf(INTERVAL_SOURCES, method),
    },
  ];
}

function averageSentences({ average }: RelapseStudy): Cited[] {
  if (!average) return [];
  const { models, nObservations, weighting } = average;
  return [
    {
      sentence: `${count(models.length, "law")} of the time to relapse (${models.map(({ model }) => model).join(", ")}) were fitted to ${count(nObservations, "course")}.`,
      references: [RELAPSE.laws],
    },
    {
      sentence: `They were averaged by their ${weighting === "aicc" ? "AICc" : "marginal likelihoods"}.`,
      references: [RELAPSE.averaging],
    },
  ];
}

function groupSentences({ logRank, comparison }: RelapseStudy): Cited[] {
  return [
    ...(logRank
      ? [{ sentence: "Groups were compared by the log-rank test.", references: [RELAPSE.logRank] }]
      : []),
    ...(comparison
      ? [{ sentence: "Restricted mean times were compared.", references: [RELAPSE.restrictedMeans] }]
      : []),
  ];
}

/** How times to relapse were analysed, for a paper. */
export function relapseMethods(study: RelapseStudy): Cited[] {
  const { results, average, intervals } = study;
  const [first] = results;
  const nCourses = results.reduce((sum, { nObservations }) => sum + nObservations, 0);
  const made = first ?? average;
  const cluster = first?.provenance.options.cluster;
  return [
    ...(first ? (first.fit ? lawSentences(first, nCourses) : [curveSentence(first, nCourses)]) : []),
    ...averageSentences(study),
    ...(typeof cluster === "string"
      ? [
          {
            sentence: `Several courses of one patient were allowed for by “${cluster}”.`,
            references: sourcesOf(CLUSTER_SOURCES, cluster),
          },
        ]
      : []),
    ...groupSentences(study),
    ...(intervals.length > 0
      ? [
          plainly(
            "Times were read from the scores of each patient, between the last well and the first relapsed visit.",
          ),
        ]
      : []),
    ...(made ? [softwareSentence(made.provenance)] : []),
  ];
}
