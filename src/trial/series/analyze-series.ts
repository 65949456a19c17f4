import { EstimationError } from "../../errors.ts";
import type { Provenance, Warning } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import type { SeriesPatient, TrialSeriesResult } from "../../schema/trial-series-result.ts";
import { version } from "../../version.ts";
import { benefitOf, type UncertainEffect } from "./benefit.ts";
import { effectRow } from "./effect-row.ts";
import { localEffects } from "./local-effects.ts";
import { MIXED_ASSUMES, type MixedSeries, mixedSeries } from "./mixed-series.ts";
import { type OwnEffects, ownEffects } from "./own-effects.ts";
import { poolEffects } from "./pool-effects.ts";
import { type AnalyzeSeriesOptions, type SeriesSettings, seriesSettings } from "./series-options.ts";
import { type SeriesRows, seriesRows } from "./series-rows.ts";

/** What a step says, or null and a warning where it has no answer. */
function attempt<Answer>(step: () => Answer, code: string, what: string): [Answer | null, Warning[]] {
  try {
    return [step(), []];
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return [null, [{ code, message: `${what}: ${error.message}.` }]];
  }
}

function patientRow(
  patient: string,
  { rows, patients }: SeriesRows,
  answers: { own: OwnEffects; local: ReturnType<typeof localEffects> | null; mixed: MixedSeries | null },
  settings: SeriesSettings,
): SeriesPatient {
  const effect = answers.mixed?.shrunken.get(patient);
  const { treatment, reference, threshold } = settings;
  const named = {
    parameter: "shrunkenDifference",
    label: `${treatment} less ${reference}`,
    method: "best linear unbiased prediction",
    patient,
  };
  return {
    patient,
    nScores: rows.filter(({ score }, i) => score !== null && patients[i] === patient).length,
    own: answers.own.rows.get(patient) ?? null,
    local: answers.local?.get(patient) ?? null,
    shrunken: effect ? effectRow(settings, { ...named, ...effect }) : null,
    probabilityOfBenefit: effect ? benefitOf(effect, settings, 0) : null,
    probabilityBeyondThreshold: effect && threshold !== null ? benefitOf(effect, settings, threshold) : null,
  };
}

function nextPatient(
  next: UncertainEffect | null,
  settings: SeriesSettings,
): TrialSeriesResult["probabilities"] {
  if (!next) return [];
  const { treatment, reference, threshold } = settings;
  const words = `Probability that ${treatment} is better than ${reference} in the next patient`;
  const benefit = { event: "benefit", label: words, probability: benefitOf(next, settings, 0) };
  if (threshold === null) return [benefit];
  return [
    benefit,
    {
      event: "benefitBeyondThreshold",
      label: `${words} by at least ${threshold}`,
      probability: benefitOf(next, settings, threshold),
    },
  ];
}

function checkPatients(series: SeriesRows, { treatment, reference }: SeriesSettings): Warning[] {
  const { names, leftOut } = series;
  if (names.length < 2) {
    const message = `Cannot analyse a series: needs at least 2 patients with scores under ${treatment} and ${reference}, got ${names.length}`;
    throw new EstimationError("too-few-observations", message);
  }
  const found: Warning[] = [];
  if (leftOut.length > 0)
    found.push({
      code: "patients-left-out",
      message: `Left out for want of scores under ${treatment} or ${reference}: ${leftOut.join(", ")}.`,
    });
  if (names.length < 5)
    found.push({
      code: "few-patients",
      message: `${names.length} patients say little of how much the effect differs between patients; the next patient's is accordingly uncertain.`,
    });
  return found;
}

function provenanceOf(settings: SeriesSettings): Provenance {
  const { treatment, reference, improvement, level, threshold, seed } = settings;
  const { model, correlation, covariance, tauSquared } = settings;
  return {
    package: "nof1",
    version,
    seed: null,
    inputSha256: null,
    options: {
      treatment,
      reference,
      improvement,
      level,
      threshold,
      model: model.name,
      correlation: correlation.name,
      covariance: covariance.name,
      tauSquared: tauSquared.name,
      seed,
    },
  };
}

/**
 * Analyses a series of N-of-1 trials of the same two treatments: each patient alone, each with the spread of all, all in one mixed
 * model that draws each patient's effect towards the mean, and a pool of the patients' own effects.
 *
 * @param trials One for each patient, at least 2.
 * @throws {EstimationError} `too-few-observations` below two patients with scores under both treatments.
 * @throws {RangeError} when an option is out of range.
 * @see Zucker, Ruthazer & Schmid (2010), J Clin Epidemiol 63:1312–1323. doi:10.1016/j.jclinepi.2010.04.020; Hartung & Knapp
 * (2001), Stat Med 20:3875–3889. doi:10.1002/sim.1009
 * @example
 * const trials = readTrials("patient,treatment,score\nP1,A,7\nP1,B,3\nP1,A,8\nP1,B,5\nP2,A,6\nP2,B,4\nP2,B,1\nP2,A,7");
 * analyzeSeries(trials, { improvement: "decrease" }).nPatients; // 2
 */
export function analyzeSeries(trials: readonly Trial[], options: AnalyzeSeriesOptions): TrialSeriesResult {
  const settings = seriesSettings(trials, options);
  const { treatment, reference, improvement, threshold, model } = settings;
  const series = seriesRows(trials, settings);
  const checked = checkPatients(series, settings);
  const kept = trials.filter(({ patient }) => series.names.includes(patient));
  const own = ownEffects(kept, settings);
  const pool = poolEffects([...own.rows.values()], settings);
  const [local, noLocal] = attempt(
    () => localEffects(series, settings),
    "no-local-effects",
    "Effects with the spread of all patients",
  );
  const [mixed, noMixed] = attempt(() => mixedSeries(series, settings), "no-mixed-model", "Mixed model");
  return {
    kind: "trial-series",
    schemaVersion: 1,
    treatment,
    reference,
    improvement,
    threshold,
    nPatients: series.names.length,
    nScores: series.rows.filter(({ score }) => score !== null).length,
    model: model.name,
    label: model.label,
    assumes: MIXED_ASSUMES,
    estimates: mixed?.estimates ?? pool.estimates,
    test: mixed?.test ?? null,
    pool: pool.estimates,
    patients: series.names.map((name) => patientRow(name, series, { own, local, mixed }, settings)),
    probabilities: nextPatient(mixed?.next ?? null, settings),
    warnings: [
      ...checked,
      ...(mixed?.warnings ?? []),
      ...noMixed,
      ...noLocal,
      ...pool.warnings,
      ...own.warnings,
    ],
    provenance: provenanceOf(settings),
  };
}
