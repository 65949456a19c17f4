import type { Estimate } from "../schema/estimate.ts";
import type { Provenance, Warning } from "../schema/provenance.ts";
import type { RandomizationResult } from "../schema/randomization-result.ts";
import type { Trial } from "../schema/trial.ts";
import { version } from "../version.ts";
import { comparedScores, withoutEffect } from "./compared-scores.ts";
import { type ComparedTreatments, comparedTreatments } from "./compared-treatments.ts";
import { distributionBars } from "./distribution-bars.ts";
import { effectRow, MOST_SEARCHED, searchedEffect, tailsOf } from "./effect-estimate.ts";
import { type ObservedTrial, observedTrial } from "./observed-trial.ts";
import {
  hasBreakpoints,
  type RandomizationSettings,
  type RandomizationTestOptions,
  randomizationSettings,
} from "./randomization-options.ts";
import { countExtreme, type RandomizationValues, randomizationValues } from "./randomization-values.ts";
import { type ReferenceSet, referenceSet } from "./reference-set.ts";
import { linearShiftLimits } from "./shift-interval.ts";
import { smallestPValues } from "./smallest-p-value.ts";
import type { TrialDesign } from "./trial-design.ts";
import { designWarnings, levelWarnings, trialAutocorrelations } from "./trial-warnings.ts";

/** Everything about one test that its parts need. */
interface Test {
  design: TrialDesign;
  observed: ObservedTrial;
  compared: ComparedTreatments;
  settings: RandomizationSettings;
  set: ReferenceSet;
}

/** The statistic over the reference set, and the effect with its interval. */
interface Answer {
  observedValue: number;
  found: RandomizationValues;
  estimates: Estimate[];
}

function answerOf(test: Test): Answer {
  const { design, observed, compared, settings, set } = test;
  const { statistic, shift, level } = settings;
  const { assignment, parts } = observed;
  const evaluate = comparedScores(statistic, parts, compared);
  const observedValue = evaluate(assignment);
  if (!shift || !hasBreakpoints(settings)) {
    const found = randomizationValues(set, evaluate, statistic.label);
    const estimates = shift ? [searchedEffect(design, observed, compared, settings, shift)] : [];
    return { observedValue, found, estimates };
  }
  const { treatmentNumber } = compared;
  const indicator = withoutEffect(assignment, treatmentNumber, () => 1);
  const zeroParts = parts.map((part) => ({ ...part, scores: new Float64Array(part.scores.length) }));
  const shares = new Float64Array(set.size);
  const second = { evaluate: comparedScores(statistic, zeroParts, compared, indicator), into: shares };
  const found = randomizationValues(set, evaluate, statistic.label, second);
  const limits = linearShiftLimits(observedValue, found.values, shares, tailsOf(settings));
  const method = `inverted randomization test (${set.method})`;
  return {
    observedValue,
    found,
    estimates: [effectRow(shift, compared, level, observedValue - statistic.nullValue, limits, method)],
  };
}

/** 0 for a two-sided test, else the direction of improvement. */
function wayOf({ sides, improvement }: RandomizationSettings): 1 | -1 | 0 {
  if (sides === 2) return 0;
  return improvement === "increase" ? 1 : -1;
}

function smallestOf({ design, observed, compared, settings, set }: Test): number {
  const { treatmentNumber, referenceNumber } = compared;
  const least = smallestPValues(design.space, observed.assignment, treatmentNumber, referenceNumber);
  const own = settings.sides === 1 ? least.oneSided : least.twoSided;
  return Math.max(own, 1 / set.size);
}

/** An interval that has no end where one was asked for. */
function openWarnings(estimates: readonly Estimate[], sides: 1 | 2): Warning[] {
  return estimates
    .filter(({ bound }) => bound === "open" || (sides === 2 && bound !== "closed"))
    .map(({ label, level }) => ({
      code: "interval-open",
      message: `The ${Number((100 * level).toPrecision(4))} % interval of "${label}" has no end on a side where no effect, however large, can be rejected at that level.`,
    }));
}

function provenanceOf({ design, compared, settings, set }: Test): Provenance {
  const { statistic, shift, seed, ...rest } = settings;
  const searchDraws = shift !== null && !hasBreakpoints(settings) && design.space.count > MOST_SEARCHED;
  return {
    package: "nof1",
    version,
    seed: set.method === "exact" && !searchDraws ? null : seed,
    inputSha256: null,
    options: {
      design: design.name,
      settings: design.settings,
      statistic: statistic.name,
      shift: shift?.name ?? null,
      treatment: compared.treatment,
      reference: compared.reference,
      ...rest,
    },
  };
}

function resultOf(test: Test, { observedValue, found, estimates }: Answer): RandomizationResult {
  const { design, observed, compared, settings, set } = test;
  const { statistic, sides, improvement, level } = settings;
  const smallestPValue = smallestOf(test);
  const autocorrelations = trialAutocorrelations(observed);
  return {
    kind: "randomization-test",
    schemaVersion: 1,
    patients: observed.patients,
    design: design.name,
    statistic: {
      name: statistic.name,
      label: statistic.label,
      unit: statistic.unit,
      nullValue: statistic.nullValue,
    },
    treatment: compared.treatment,
    reference: compared.reference,
    nScores: observed.parts.reduce((sum, { scores }) => sum + scores.length, 0),
    sides,
    improvement,
    method: set.method,
    nAssignments: set.size,
    nPossible: String(design.space.count),
    observed: observedValue,
    pValue: countExtreme(found, observedValue, statistic.nullValue, wayOf(settings)) / set.size,
    smallestPValue,
    estimates,
    distribution: distributionBars(found.values),
    autocorrelations,
    warnings: [
      ...levelWarnings(smallestPValue, level, false),
      ...openWarnings(estimates, sides),
      ...designWarnings(design, observed, autocorrelations),
    ],
    provenance: provenanceOf(test),
  };
}

/**
 * Tests whether a treatment does anything, by the randomisation that assigned it: were it of no matter, every assignment the
 * design could have given would be as likely. The p-value is the share of them whose statistic is as extreme as that of the
 * actual one. Autocorrelation and any distribution of the scores leave it valid.
 *
 * Exact where the design has no more assignments than `maxAssignments`, else a seeded sample with (b + 1)/(m + 1). The
 * interval inverts the test: it holds every effect that the test does not reject, at half of 1 − level on each side where
 * the test is two-sided. It is open where no p-value can be that small.
 *
 * @param trials A trial, or one for each patient of a design for several; their statistics are averaged.
 * @throws {RangeError} when an option is out of range.
 * @throws {InputError} with every row that the design could not have given.
 * @throws {EstimationError} `not-identifiable` where the statistic does not exist for one of the assignments.
 * @see Edgington & Onghena (2007), Randomization Tests, 4th ed., chapters 3 and 4; Phipson & Smyth (2010), Stat Appl Genet
 * Mol Biol 9:39, equation 2 ((b + 1)/(m + 1)). doi:10.2202/1544-6115.1585
 * @example
 * const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });
 * const [trial] = readTrials("treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6\nIVIG,4\nsaline,8\nsaline,7\nIVIG,3");
 * randomizationTest(trial, { design }).pValue; // 0.125
 */
export function randomizationTest(
  trials: Trial | readonly Trial[],
  options: RandomizationTestOptions,
): RandomizationResult {
  const settings = randomizationSettings(options);
  const { design } = options;
  const compared = comparedTreatments(design.treatments, options);
  const observed = observedTrial(design, "scores" in trials ? [trials] : trials);
  const { maxAssignments, nDraws, seed } = settings;
  const set = referenceSet(design.space, observed.assignment, { most: maxAssignments, draws: nDraws, seed });
  const test = { design, observed, compared, settings, set };
  return resultOf(test, answerOf(test));
}
