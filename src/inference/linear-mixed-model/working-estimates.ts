import type { CovarianceParameter } from "./covariance-parameters.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";

/** A quantity on the scale on which its estimate is nearly normal. */
interface Working {
  value: number;
  /** Slopes by the parameters. */
  slopes: Float64Array;
  back(value: number): number;
}

/** A standard deviation or correlation; `working` is null at a boundary. */
export interface WorkingEstimate {
  parameter: string;
  estimate: number;
  working: Working | null;
}

/** Slopes that are 0 but for some parameters. */
function slopesOf(n: number, entries: readonly (readonly [place: number, slope: number])[]): Float64Array {
  const slopes = new Float64Array(n);
  for (const [place, slope] of entries) slopes[place] = slope;
  return slopes;
}

function deviation(variance: number, place: number, n: number): Working {
  const slopes = slopesOf(n, [[place, 0.5 / variance]]);
  return { value: 0.5 * Math.log(variance), slopes, back: Math.exp };
}

function ofTerm(fit: LinearMixedFit, t: number, parameters: readonly CovarianceParameter[]) {
  const { name, columns, covariance, singular } = fit.randomEffects[t]!;
  const q = columns.length;
  const { entries } = fit.prepared.terms[t]!;
  const first = parameters.findIndex((one) => one.kind === "term" && one.term === t);
  const at = (row: number, column: number): number => covariance.values[row * q + column]!;
  const place = (row: number, column: number): number =>
    first + entries.findIndex(([r, c]) => r === row && c === column);
  return entries.map(([row, column]): WorkingEstimate => {
    if (row === column) {
      const working = singular ? null : deviation(at(row, row), place(row, row), parameters.length);
      const parameter = `standard deviation of ${columns[row]} by ${name}`;
      return { parameter, estimate: Math.sqrt(at(row, row)), working };
    }
    const product = Math.sqrt(at(row, row) * at(column, column));
    const rho = product > 0 ? at(row, column) / product : 0;
    const parameter = `correlation of ${columns[column]} and ${columns[row]} by ${name}`;
    if (singular) return { parameter, estimate: rho, working: null };
    const steep = 1 / (1 - rho * rho);
    const slopes = slopesOf(parameters.length, [
      [place(row, column), steep / product],
      [place(row, row), (-steep * rho) / (2 * at(row, row))],
      [place(column, column), (-steep * rho) / (2 * at(column, column))],
    ]);
    return { parameter, estimate: rho, working: { value: Math.atanh(rho), slopes, back: Math.tanh } };
  });
}

/** Standard deviations and correlations of the effects and the errors, on their working scales. */
export function workingEstimates(
  fit: LinearMixedFit,
  parameters: readonly CovarianceParameter[],
): WorkingEstimate[] {
  const n = parameters.length;
  const rows = fit.randomEffects.flatMap((_, t) => ofTerm(fit, t, parameters));
  for (const { stratum, variance } of fit.residualVariances) {
    const s = fit.residualVariances.findIndex((one) => one.stratum === stratum);
    const place = parameters.findIndex((one) => one.kind === "variance" && one.stratum === s);
    const of = fit.residualVariances.length === 1 ? "" : ` of ${stratum}`;
    rows.push({
      parameter: `residual standard deviation${of}`,
      estimate: Math.sqrt(variance),
      working: deviation(variance, place, n),
    });
  }
  const { parameter } = fit.prepared.correlation;
  if (!parameter || fit.correlation === null) return rows;
  const place = parameters.findIndex(({ kind }) => kind === "correlation");
  const slopes = slopesOf(n, [[place, place < 0 ? 0 : parameter.workingSlope(fit.correlation)]]);
  const working =
    place < 0 ? null : { value: parameter.toWorking(fit.correlation), slopes, back: parameter.fromWorking };
  return [...rows, { parameter: parameter.name, estimate: fit.correlation, working }];
}
