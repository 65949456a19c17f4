import { EstimationError } from "../../errors.ts";
import { type CaseRow, gathered } from "./case-rows.ts";

/** A row with what is left of its score once the mean of its phase is taken off. */
export type CaseResidual = CaseRow & { residual: number };

/** How scores spread within patients. */
export interface WithinCase {
  phi: number;
  variance: number;
}

const patientOf = ({ patient }: CaseRow): string => patient;

/** Scores less the means of their phases. */
export function phaseResiduals(phases: readonly (readonly CaseRow[])[]): CaseResidual[][] {
  return phases.map((phase) => {
    const mean = phase.reduce((sum, { score }) => sum + score / phase.length, 0);
    return phase.map((row) => ({ ...row, residual: row.score - mean }));
  });
}

/** n − 1ᵀR1/n: the expected sum of squares of a phase over the variance of its scores. */
function expectedSquares(phase: readonly CaseRow[], phi: number): number {
  const n = phase.length;
  let sum = 0;
  for (const { time } of phase) for (const other of phase) sum += phi ** Math.abs(time - other.time);
  return n - sum / n;
}

/**
 * Serial correlation and variance within patients by moments, corrected for the means taken off.
 *
 * @param phases The phases in which scores have a mean of their own.
 * @param runs Rows whose neighbours tell of the correlation: phases, or whole patients.
 * @throws {EstimationError} `not-identifiable` where scores do not vary within phases, or the correlation leaves (−1, 1).
 * @see Hedges, Pustejovsky & Shadish (2012), Res Synth Methods 3:224–239, section 3.2; (2013), 4:324–341, appendix.
 */
export function withinCase(
  label: string,
  phases: readonly (readonly CaseResidual[])[],
  runs: readonly (readonly CaseResidual[])[],
): WithinCase {
  const n = phases.reduce((sum, { length }) => sum + length, 0);
  const squares = phases.flat().reduce((sum, { residual }) => sum + residual ** 2, 0);
  if (!(squares > 0)) {
    const message = `Cannot compute the ${label}: needs scores that vary within phases, got none`;
    throw new EstimationError("not-identifiable", message);
  }
  const neighbours = runs.reduce(
    (sum, run) => run.reduce((total, { residual }, i) => total + residual * (run[i - 1]?.residual ?? 0), sum),
    0,
  );
  const taken = phases.reduce((sum, { length }) => sum + (length - 1) / length, 0);
  const phi = neighbours / squares + taken / (n - phases.length);
  if (!(Math.abs(phi) < 1)) {
    const message = `Cannot compute the ${label}: needs a serial correlation between −1 and 1, got ${phi.toFixed(2)}`;
    throw new EstimationError("not-identifiable", message);
  }
  const expected = phases.reduce((sum, phase) => sum + expectedSquares(phase, phi), 0);
  return { phi, variance: squares / expected };
}

/** Rows of each patient. */
export function byPatient<Row extends CaseRow>(rows: readonly Row[]): Row[][] {
  return gathered(rows, patientOf);
}
