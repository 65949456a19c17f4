import { boundOf, fromLink, type Target, toLink } from "../../inference/interval-method.ts";
import { hartungKnappFloored } from "../../inference/random-effects/hartung-knapp-floored.ts";
import { poolEstimates } from "../../pooling/pool-estimates.ts";
import type { CohortPatient, CohortTwoStage } from "../../schema/cohort-result.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { CohortSettings } from "../fit-cohort-options.ts";
import { jointPool } from "./joint-pool.ts";
import { type PooledQuantity, pooledQuantities } from "./pooled-quantities.ts";

/** Estimate and variance of a row on its link's scale; null where it has none. */
function onLink({ estimate, standardError }: Estimate, link: Target["link"]): EffectEstimate | null {
  if (estimate === null || standardError === null) return null;
  const value = toLink(link, estimate);
  const slope = link === "log" ? estimate : link === "logit" ? estimate * (1 - estimate) : 1;
  const variance = (standardError / slope) ** 2;
  return Number.isFinite(value) && variance > 0 && variance < Infinity ? { estimate: value, variance } : null;
}

/** A patient's value; several courses count by their mean, and as if they were one course: they share the patient's curve. */
function patientEffect({ patient, raw }: CohortPatient, quantity: PooledQuantity): EffectEstimate | null {
  const rows = raw?.estimates ?? [];
  const typical = rows.filter(({ parameter }) => parameter === quantity.typicalCourse);
  const own = typical.length > 0 ? typical : rows.filter(({ parameter }) => parameter === quantity.parameter);
  const effects = own.map((row) => onLink(row, quantity.link));
  if (effects.length === 0 || effects.some((effect) => effect === null)) return null;
  const mean = (of: (effect: EffectEstimate) => number): number =>
    effects.reduce((sum, effect) => sum + of(effect!), 0) / effects.length;
  return {
    series: patient,
    estimate: mean(({ estimate }) => estimate),
    variance: mean(({ variance }) => variance),
  };
}

/** A pooled row back on the natural scale. */
function naturalRow(
  row: Estimate,
  source: Estimate,
  link: Target["link"],
  parameter: string,
  label: string,
): Estimate {
  const back = (value: number | null): number | null => (value === null ? null : fromLink(link, value));
  const [lower, upper] = [back(row.lower), back(row.upper)];
  return {
    parameter,
    label: `${source.label}, ${label}`,
    unit: source.unit,
    estimate: back(row.estimate),
    standardError: null,
    lower,
    upper,
    level: row.level,
    method: row.method,
    bound: boundOf(lower, upper),
  };
}

function pooledRows(patients: readonly CohortPatient[], quantity: PooledQuantity, level: number): Estimate[] {
  const rows = patients.flatMap((patient) => patientEffect(patient, quantity) ?? []);
  const source = patients
    .flatMap(({ raw }) => raw?.estimates ?? [])
    .find(({ parameter }) => parameter === quantity.parameter);
  if (!source || rows.length < 2) return [];
  const { estimates } = poolEstimates(rows, { level, interval: hartungKnappFloored });
  const { parameter, link } = quantity;
  return estimates.flatMap((row) => {
    if (row.parameter === "mean")
      return [naturalRow(row, source, link, parameter, `mean of ${rows.length} patients`)];
    if (row.parameter === "prediction")
      return [naturalRow(row, source, link, `${parameter}Prediction`, "a further patient")];
    if (row.parameter !== "tau") return [];
    const label = `${source.label}, standard deviation between patients (${link})`;
    return [{ ...row, parameter: `${parameter}Spread`, label, unit: link }];
  });
}

/**
 * Pools what the patients' separate fits say of relief, its duration and its area, each on its working scale: REML and the
 * floored Hartung–Knapp interval, made for few series.
 *
 * @returns null where fewer than two patients could be fitted alone.
 * @see Steimer, Mallet, Golmard & Boisvieux (1984), Drug Metab Rev 15:265–292 (two stages). doi:10.3109/03602538409015066;
 * Röver, Knapp & Friede (2015), BMC Med Res Methodol 15:99 (the interval). doi:10.1186/s12874-015-0091-1
 */
export function twoStage(
  members: readonly CohortMember[],
  patients: readonly CohortPatient[],
  settings: CohortSettings,
): CohortTwoStage | null {
  const alone = patients.filter(({ raw }) => raw !== null);
  if (alone.length < 2) return null;
  return {
    method: "REML, Hartung–Knapp with a variance factor of at least 1",
    nPatients: alone.length,
    estimates: pooledQuantities.flatMap((quantity) => pooledRows(alone, quantity, settings.level)),
    joint: jointPool(members, patients, settings),
  };
}
