import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import { symmetricEigen } from "../../math/linear/symmetric-eigen.ts";
import type { FittedTerm, LinearMixedFit } from "./linear-mixed-fit.ts";

/** A direction in which the covariance of a term's effects moves: ∂G, and how it meets other directions. */
interface TermParameter {
  kind: "term";
  term: number;
  first: Matrix;
  /** ∂²G with another parameter of the term by its place among them; null where it is 0. */
  second: readonly (Matrix | null)[];
  /** Place among the parameters of the term. */
  place: number;
}

/** A parameter of the covariance of the scores. */
export type CovarianceParameter = {
  name: string;
  /** Its value. */
  value: number;
} & (TermParameter | { kind: "variance"; stratum: number } | { kind: "correlation" });

function unit(q: number, row: number, column: number): Matrix {
  const made = zeros(q, q);
  made.values[row * q + column] = 1;
  made.values[column * q + row] = 1;
  return made;
}

function nameOf({ name, columns }: FittedTerm, row: number, column: number): string {
  if (row === column) return `variance of ${columns[row]} by ${name}`;
  return `covariance of ${columns[column]} and ${columns[row]} by ${name}`;
}

/** Variances and covariances themselves: the model is linear in them. */
function entryParameters(fit: LinearMixedFit, t: number): CovarianceParameter[] {
  const term = fit.randomEffects[t]!;
  const q = term.columns.length;
  const { entries } = fit.prepared.terms[t]!;
  return entries.map(([row, column], place) => ({
    kind: "term",
    name: nameOf(term, row, column),
    value: term.covariance.values[row * q + column]!,
    term: t,
    first: unit(q, row, column),
    second: entries.map(() => null),
    place,
  }));
}

/** Variances that are above 0, of a term with variances only. */
function positiveParameters(fit: LinearMixedFit, t: number): CovarianceParameter[] {
  const kept = entryParameters(fit, t).filter(({ value }) => value > 0);
  return kept.map((one, place) => ({ ...one, second: kept.map(() => null), place }) as CovarianceParameter);
}

/** Entries of a factor F with G = F Fᵀ, with as many columns as G has directions: what is free where G is singular. */
function factorParameters(fit: LinearMixedFit, t: number): CovarianceParameter[] {
  const { covariance, name } = fit.randomEffects[t]!;
  const q = covariance.rows;
  const { values, vectors } = symmetricEigen(covariance);
  const rank = values.filter((value) => value > 1e-12 * values[0]!).length;
  const entries = Array.from({ length: q * rank }, (_, k) => [Math.floor(k / rank), k % rank] as const);
  const factor = (row: number, column: number): number =>
    vectors.values[row * q + column]! * Math.sqrt(values[column]!);
  return entries.map(([row, column], place) => {
    const first = zeros(q, q);
    for (let i = 0; i < q; i++) {
      first.values[row * q + i]! += factor(i, column);
      first.values[i * q + row]! += factor(i, column);
    }
    const second = entries.map(([other, beside]) => {
      if (beside !== column) return null;
      const made = unit(q, row, other);
      if (row === other) made.values[row * q + row] = 2;
      return made;
    });
    const value = factor(row, column);
    return { kind: "term", name: `factor ${row},${column} of ${name}`, value, term: t, first, second, place };
  });
}

function errorParameters({ residualVariances, correlation, correlationAtLimit, prepared }: LinearMixedFit) {
  const parameters: CovarianceParameter[] = residualVariances.map(({ stratum, variance }, s) => ({
    kind: "variance",
    name: residualVariances.length === 1 ? "residual variance" : `residual variance of ${stratum}`,
    value: variance,
    stratum: s,
  }));
  if (correlation === null || correlationAtLimit) return parameters;
  const { name } = prepared.correlation.parameter!;
  return [...parameters, { kind: "correlation" as const, name, value: correlation }];
}

/** Variances and covariances of the effects, then of the errors, then φ where it is inside its range. */
export function naturalParameters(fit: LinearMixedFit): CovarianceParameter[] {
  return [...fit.randomEffects.flatMap((_, t) => entryParameters(fit, t)), ...errorParameters(fit)];
}

/** The same less what a boundary holds, so that the likelihood has no slope in any of them. */
export function freeParameters(fit: LinearMixedFit): CovarianceParameter[] {
  const { terms } = fit.prepared;
  const ofTerms = fit.randomEffects.flatMap(({ singular, columns }, t) => {
    if (!singular) return entryParameters(fit, t);
    const general = terms[t]!.entries.length > columns.length;
    return general ? factorParameters(fit, t) : positiveParameters(fit, t);
  });
  return [...ofTerms, ...errorParameters(fit)];
}
