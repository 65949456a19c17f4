import { listed } from "../spaces/listed.ts";
import { startAssignment, wrongStart } from "../spaces/starts.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWhole } from "./design-checks.ts";
import { seenScores } from "./seen-in-trials.ts";

/** Settings of a design whose treatment starts at a random score. */
export type RandomStartSettings = {
  treatments: readonly string[];
  nScores: number;
  /** Number of the first score under the treatment, from 2, at the earliest. */
  earliestStart: number;
  /** The same at the latest, at most `nScores`. */
  latestStart: number;
};

/** The treatment starts at a score drawn between two given ones. */
export const randomStart: TrialDesignMethod<RandomStartSettings> = {
  name: "random-start",
  label: "Randomized start",
  description: "The reference until a start that is drawn between two given scores, then the treatment.",
  reference: "Edgington (1975), J Psychol 90:57–68",
  example: { treatments: ["usual care", "IVIG"], nScores: 12, earliestStart: 4, latestStart: 9 },
  design(settings) {
    const treatments = checkTreatments(settings, 2, 2);
    const nScores = checkWhole("nScores", settings.nScores, 2);
    const earliestStart = checkWhole("earliestStart", settings.earliestStart, 2);
    const latestStart = checkWhole("latestStart", settings.latestStart, earliestStart);
    if (latestStart > nScores)
      throw new RangeError(`latestStart must be at most nScores (${nScores}), got ${latestStart}`);
    const starts = Array.from({ length: latestStart - earliestStart + 1 }, (_, i) => earliestStart + i);
    return {
      name: randomStart.name,
      label: randomStart.label,
      settings: { treatments, nScores, earliestStart, latestStart },
      treatments,
      unit: "score",
      nPatients: 1,
      unitsPerPatient: nScores,
      unitsPerBlock: null,
      hasFixedOrder: true,
      unitsBeforeReturn: null,
      space: listed(
        starts.map((start) => startAssignment(nScores, start)),
        wrongStart(starts),
      ),
    };
  },
  settingsOf: (trials, treatments) => ({ treatments, nScores: seenScores(trials) }),
};
