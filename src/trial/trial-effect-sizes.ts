import { EstimationError } from "../errors.ts";
import type { EffectSize } from "../schema/effect-size.ts";
import type { Warning } from "../schema/provenance.ts";
import type { Improvement } from "../schema/scale.ts";
import type { Trial } from "../schema/trial.ts";
import type { ChosenEffectSize } from "./analyze-options.ts";
import { typeOneErrorWarnings } from "./type-one-error-warnings.ts";

/** Whether the scores of one treatment all come before those of the other. */
function isInOrder({ scores }: Trial, treatment: string, reference: string): boolean {
  const compared = scores.filter((score) => [treatment, reference].includes(score.treatment));
  const first = compared.findIndex((score) => score.treatment === treatment);
  return compared.every((score, i) => (score.treatment === treatment) === i >= first);
}

/**
 * Effect sizes of one patient's trial: the scores under the reference are the baseline, those under the treatment the other
 * phase, whatever their order.
 *
 * @throws {RangeError} when an option of an effect size is none of its values.
 */
export function trialEffectSizes(
  trial: Trial,
  chosen: readonly ChosenEffectSize[],
  asked: { treatment: string; reference: string; improvement: Improvement; level: number },
): { effectSizes: EffectSize[]; warnings: Warning[] } {
  const { treatment, reference, improvement, level } = asked;
  const under = (name: string): number[] =>
    trial.scores.flatMap((score) => (score.treatment === name ? [score.score] : []));
  const phases = { baseline: under(reference), treatment: under(treatment) };
  const effectSizes: EffectSize[] = [];
  const warnings: Warning[] = [];
  for (const { method, options } of chosen) {
    try {
      const found = method(phases, { ...options, improvement, level });
      const mixed = method.usesOrder && !isInOrder(trial, treatment, reference);
      effectSizes.push({
        ...found,
        patient: trial.patient,
        warnings: [
          ...found.warnings,
          ...(mixed ? [mixedOrder(method.label, treatment, reference)] : []),
          ...typeOneErrorWarnings(method.name, trial),
        ],
      });
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      warnings.push({ code: "no-effect-size", message: `${error.message}.` });
    }
  }
  return { effectSizes, warnings };
}

function mixedOrder(label: string, treatment: string, reference: string): Warning {
  return {
    code: "phases-mixed",
    message: `${label} is made for a baseline that comes before the treatment; here ${reference} and ${treatment} take turns, and the scores under each are taken as if they followed each other.`,
  };
}
