import { EstimationError } from "../../errors.ts";
import { zeros } from "../../math/linear/matrix.ts";
import type { BetweenCaseParts } from "./between-case-method.ts";
import { type CaseRow, gathered } from "./case-rows.ts";
import { byPatient, phaseResiduals, withinCase } from "./within-case.ts";

/** How a design tells the spread between patients and the difference. */
export interface MomentDesign {
  label: string;
  /** Scores of different patients that are compared with each other. */
  strata: readonly (readonly CaseRow[])[];
  /** Name of each row's phase within its patient. */
  phaseOf(row: CaseRow): string;
  /** Pair of phases whose difference a row enters. */
  pairOf(row: CaseRow): string;
  /** Whether neighbours on both sides of a change of phase count. */
  acrossPhases: boolean;
}

/** The weight with which each score enters the mean difference. */
function differenceWeights(rows: readonly CaseRow[], { pairOf }: MomentDesign): Map<CaseRow, number> {
  const weights = new Map<CaseRow, number>();
  const patients = byPatient(rows);
  for (const own of patients) {
    const pairs = gathered(own, pairOf);
    const complete = pairs.filter((pair) => new Set(pair.map(({ isTreated }) => isTreated)).size === 2);
    for (const pair of complete) {
      for (const row of pair) {
        const n = pair.filter(({ isTreated }) => isTreated === row.isTreated).length;
        weights.set(row, (row.isTreated ? 1 : -1) / (n * complete.length * patients.length));
      }
    }
  }
  return weights;
}

/** ρ + (1 − ρ) φ^|gap| within a patient, 0 between patients. */
function correlationOf(a: CaseRow, b: CaseRow, phi: number, rho: number): number {
  return a.patient === b.patient ? rho + (1 - rho) * phi ** Math.abs(a.time - b.time) : 0;
}

/** (tr AV)²/tr AVAV of the pooled variance of strata. */
function varianceDegrees(strata: readonly (readonly CaseRow[])[], phi: number, rho: number): number {
  const rows = strata.flat();
  const n = rows.length;
  const product = zeros(n, n);
  let first = 0;
  for (const stratum of strata) {
    for (let j = 0; j < n; j++) {
      const column = stratum.map((row) => correlationOf(row, rows[j]!, phi, rho));
      const mean = column.reduce((sum, value) => sum + value, 0) / stratum.length;
      column.forEach((value, i) => {
        product.values[(first + i) * n + j] = value - mean;
      });
    }
    first += stratum.length;
  }
  let [trace, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    trace += product.values[i * n + i]!;
    for (let j = 0; j < n; j++) square += product.values[i * n + j]! * product.values[j * n + i]!;
  }
  return trace ** 2 / square;
}

function pooledVariance(label: string, strata: readonly (readonly CaseRow[])[]): number {
  const residuals = phaseResiduals(strata).flat();
  const degrees = residuals.length - strata.length;
  if (degrees < 1) {
    const message = `Cannot compute the ${label}: needs scores of several patients at the same time under the same treatment, got none`;
    throw new EstimationError("too-few-observations", message);
  }
  return residuals.reduce((sum, { residual }) => sum + residual ** 2, 0) / degrees;
}

/**
 * Difference, variance and their precision by moments.
 *
 * @throws {EstimationError} `too-few-observations` where no two patients' scores can be compared, `not-identifiable` where nothing
 * varies.
 * @see Hedges, Pustejovsky & Shadish (2012), Res Synth Methods 3:224–239, equations 4–16; (2013), 4:324–341, equations 2–8.
 */
export function momentParts(rows: readonly CaseRow[], design: MomentDesign): BetweenCaseParts {
  const { label, strata } = design;
  const variance = pooledVariance(label, strata);
  const phases = phaseResiduals(gathered(rows, (row) => `${row.patient}\n${design.phaseOf(row)}`));
  const within = withinCase(label, phases, design.acrossPhases ? byPatient(phases.flat()) : phases);
  if (!(variance > 0)) {
    const message = `Cannot compute the ${label}: needs scores that vary between patients, got none`;
    throw new EstimationError("not-identifiable", message);
  }
  const rho = Math.max(0, 1 - within.variance / variance);
  const weights = [...differenceWeights(rows, design)];
  const difference = weights.reduce((sum, [{ score }, weight]) => sum + weight * score, 0);
  let error = 0;
  for (const [row, weight] of weights) {
    for (const [other, beside] of weights)
      error += weight * beside * correlationOf(row, other, within.phi, rho);
  }
  return {
    difference,
    variance,
    scaledError: Math.sqrt(error),
    degreesOfFreedom: varianceDegrees(strata, within.phi, rho),
    phi: within.phi,
    intraclassCorrelation: rho,
    warnings: [],
  };
}
