import type { CohortResult, PriorUsed } from "../../schema/index.ts";
import { formatRange, formatValue } from "../format-number.ts";
import { describeRelapseRule } from "../relapse-rule.ts";
import { count } from "../text/assumptions.ts";
import { betweenPatients, typicalRow } from "./cohort-rows.ts";

const NORMAL_975 = 1.959963984540054;

/** One prior of the typical patient, in natural units. */
function priorSentence(result: CohortResult, { parameter: name, mean, sd }: PriorUsed): string {
  const [, scale = "identity", parameter = name] = /^(?:mean )?(?:(logit|log) )?(\S+)$/u.exec(name) ?? [];
  const natural = (x: number): number =>
    scale === "log" ? Math.exp(x) : scale === "logit" ? 1 / (1 + Math.exp(-x)) : x;
  const row = typicalRow(result, parameter);
  const unit = row?.unit ?? "";
  const label = row?.label.replace(/, typical patient$/u, "") ?? parameter;
  if (sd === null) return `Prior of ${label}: flat.`;
  const [lower, upper] = [natural(mean - NORMAL_975 * sd), natural(mean + NORMAL_975 * sd)];
  return `Prior of ${label}, typical patient: median ${formatValue(natural(mean), unit, upper - lower)}, 95 % of the prior from ${formatRange(lower, upper, unit)}.`;
}

/** How the cohort was fitted, and what was taken for granted. */
export function assumptionSentences(result: CohortResult): string[] {
  const { model, approximation, nObservations, nCourses, nPatients, scale, relapseAt, horizon } = result;
  const varying = betweenPatients(result).map(({ label }) => label);
  const method = result.estimates[0]?.method ?? "wald";
  return [
    `The model "${model}" was fitted to ${count(nObservations, "score")}, ${count(nCourses, "course")} and ${count(nPatients, "patient")} at once; the patients' own values were integrated out by ${approximation}, limits are by ${method}.`,
    ...(varying.length > 0
      ? [
          `What varies between patients: ${varying.join(" and ")}, and each one's baseline. All else is taken to be the same in every patient.`,
        ]
      : []),
    `A score stands for every value that rounds to it in steps of ${scale.step}; ${scale.minimum} and ${scale.maximum} also stand for what lies beyond the scale.`,
    `Relapse: ${describeRelapseRule(relapseAt)}. Relief-days are counted over ${horizon} days.`,
    `The set of priors is "${result.priors.set}".`,
    ...result.priors.parameters.map((prior) => priorSentence(result, prior)),
    ...betweenPatients(result).flatMap(({ label, priorScale }) =>
      priorScale === null
        ? []
        : [
            `Prior of the standard deviation between patients of ${label}: half-normal with scale ${priorScale}.`,
          ],
    ),
  ];
}
