import type { AssignmentSpace } from "../spaces/assignment-space.ts";
import { listed } from "../spaces/listed.ts";
import { startAssignment, wrongStart } from "../spaces/starts.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWhole, checkWholes } from "./design-checks.ts";
import { seenScores } from "./seen-in-trials.ts";

/** Settings of a multiple baseline across patients. */
export type MultipleBaselineSettings = {
  treatments: readonly string[];
  /** Number of scores of each patient. */
  nScores: number;
  /** For each tier, the scores (from 1) at which its treatment may start. */
  starts: readonly (readonly number[])[];
};

/** What distinguishes one multiple baseline from another. */
export interface MultipleBaselineMethod {
  name: string;
  label: string;
  description: string;
  reference: string;
  example: MultipleBaselineSettings;
  /** Exactly so many starts in each tier; null for any number. */
  startsPerTier: number | null;
  /** Whether the tiers must have no start in common. */
  distinctTiers: boolean;
  /** The space of all patients from those of the tiers. */
  combine(tiers: readonly AssignmentSpace[]): AssignmentSpace;
}

function checkStarts(method: MultipleBaselineMethod, starts: unknown, nScores: number): number[][] {
  if (!Array.isArray(starts) || starts.length < 2 || starts.length > 100)
    throw new RangeError("starts must hold a list of starts for each of 2 to 100 tiers");
  const tiers = starts.map((tier) => checkWholes("starts", tier, 2));
  for (const start of tiers.flat())
    if (start > nScores) throw new RangeError(`starts must be at most nScores (${nScores}), got ${start}`);
  const { startsPerTier, distinctTiers } = method;
  const wrong = tiers.find(({ length }) => startsPerTier !== null && length !== startsPerTier);
  if (wrong) throw new RangeError(`starts must hold ${startsPerTier} for each tier, got ${wrong.length}`);
  const alike = distinctTiers ? [tiers.flat()] : tiers;
  if (alike.some((list) => new Set(list).size < list.length))
    throw new RangeError(
      `starts must be different ${distinctTiers ? "in all tiers together" : "within a tier"}`,
    );
  return tiers;
}

/** A design in which the treatment starts at another time in each of several patients. */
export function multipleBaseline(
  method: MultipleBaselineMethod,
): TrialDesignMethod<MultipleBaselineSettings> {
  const { name, label, description, reference, example } = method;
  return {
    name,
    label,
    description,
    reference,
    example,
    design(settings) {
      const treatments = checkTreatments(settings, 2, 2);
      const nScores = checkWhole("nScores", settings.nScores, 2);
      const starts = checkStarts(method, settings.starts, nScores);
      const tiers = starts.map((tier) =>
        listed(
          tier.map((start) => startAssignment(nScores, start)),
          wrongStart(tier),
        ),
      );
      return {
        name,
        label,
        settings: { treatments, nScores, starts },
        treatments,
        unit: "score",
        nPatients: tiers.length,
        unitsPerPatient: nScores,
        unitsPerBlock: null,
        hasFixedOrder: true,
        unitsBeforeReturn: null,
        space: method.combine(tiers),
      };
    },
    settingsOf: (trials, treatments) => ({ treatments, nScores: seenScores(trials) }),
  };
}
