import { EstimationError } from "../../errors.ts";
import { boundOf, fromLink } from "../../inference/interval-method.ts";
import { studentT } from "../../math/distributions/student-t.ts";
import { toRows } from "../../math/linear/matrix.ts";
import type { CohortPatient } from "../../schema/cohort-result.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { JointPool } from "../../schema/joint-pool.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { CohortSettings } from "../fit-cohort-options.ts";
import { aloneEffect } from "./alone-effect.ts";
import {
  type MultivariateEffect,
  type MultivariateFit,
  multivariateRandomEffects,
} from "./multivariate-random-effects.ts";
import { type PooledQuantity, pooledQuantities } from "./pooled-quantities.ts";

/** With fewer, a covariance between patients is a guess. */
const FEWEST_PATIENTS = 3;

/** The fit; null where there is none. */
function fitted(effects: readonly MultivariateEffect[], d: number): MultivariateFit | null {
  try {
    const fit = multivariateRandomEffects(effects, d);
    return fit.converged ? fit : null;
  } catch (error) {
    if (error instanceof EstimationError) return null;
    throw error;
  }
}

/** The mean, a further patient and the spread of one quantity. */
function rowsOf(
  { parameter, link }: PooledQuantity,
  source: Estimate,
  index: number,
  k: number,
  { means, covariance, between, residualFactor }: MultivariateFit,
  level: number,
): Estimate[] {
  const d = means.length;
  const at = index * (d + 1);
  const variance = covariance.values[at]! * Math.max(1, residualFactor);
  const spread = between.values[at]!;
  const t = studentT.quantile(0.5 + 0.5 * level, k - 1);
  const interval = (name: string, label: string, sd: number): Estimate => {
    const [lower, upper] = [
      fromLink(link, means[index]! - t * sd),
      fromLink(link, means[index]! + t * sd),
    ].map((v) => (Number.isFinite(v) ? v : null)) as [number | null, number | null];
    return {
      parameter: name,
      label: `${source.label}, ${label}, pooled with the others`,
      unit: source.unit,
      estimate: fromLink(link, means[index]!),
      standardError: null,
      lower,
      upper,
      level,
      method: "multivariate-reml",
      bound: boundOf(lower, upper),
    };
  };
  return [
    interval(parameter, `mean of ${k} patients`, Math.sqrt(variance)),
    interval(`${parameter}Prediction`, "a further patient", Math.sqrt(variance + spread)),
    {
      parameter: `${parameter}Spread`,
      label: `${source.label}, standard deviation between patients (${link}), pooled with the others`,
      unit: link,
      estimate: Math.sqrt(spread),
      standardError: null,
      lower: null,
      upper: null,
      level,
      method: "multivariate-reml",
      bound: "open",
    },
  ];
}

function correlations(rows: readonly (readonly number[])[]): (number | null)[][] {
  return rows.map((row, i) =>
    row.map((v, j) => {
      const scale = Math.sqrt(rows[i]![i]! * rows[j]![j]!);
      return scale > 1e-12 ? Math.max(-1, Math.min(1, v / scale)) : null;
    }),
  );
}

/**
 * Pools relief, its duration and its area together: each patient's separate fit gives them with their covariance, and how they
 * vary together between patients is estimated without structure. Limits follow Student's t with one degree of freedom less
 * than there are patients, and a variance factor of at least 1, made for few of them.
 *
 * @param members Patients in the order of the answers.
 * @returns null below three patients with fits of their own, or where no likelihood has a maximum.
 * @see `multivariateRandomEffects`; Röver, Knapp & Friede (2015), BMC Med Res Methodol 15:99 (the floored factor).
 * doi:10.1186/s12874-015-0091-1
 */
export function jointPool(
  members: readonly CohortMember[],
  patients: readonly CohortPatient[],
  settings: CohortSettings,
): JointPool | null {
  const together = pooledQuantities.filter((quantity) => quantity.together);
  const effects = members.flatMap((member, i) =>
    patients[i]!.raw ? (aloneEffect(member, settings, together) ?? []) : [],
  );
  if (effects.length < FEWEST_PATIENTS) return null;
  const fit = fitted(effects, together.length);
  if (!fit) return null;
  const sources = patients.flatMap(({ raw }) => raw?.estimates ?? []);
  const betweenCovariance = toRows(fit.between);
  return {
    method:
      "Multivariate REML without structure, t with k − 1 degrees of freedom, variance factor of at least 1",
    nPatients: effects.length,
    parameters: together.map(({ parameter }) => parameter),
    links: together.map(({ link }) => link),
    estimates: together.flatMap((quantity, a) => {
      const k = effects.filter(({ present }) => present.includes(a)).length;
      const source = sources.find(({ parameter }) => parameter === quantity.parameter)!;
      return rowsOf(quantity, source, a, k, fit, settings.level);
    }),
    betweenCovariance,
    betweenCorrelation: correlations(betweenCovariance),
    logLikelihood: fit.logLikelihood,
  };
}
