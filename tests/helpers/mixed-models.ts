import type { MixedModel, NamedColumn } from "../../src/inference/linear-mixed-model/mixed-model.ts";

/** A column of ones. */
export function ones(n: number): NamedColumn {
  return { name: "intercept", values: new Array<number>(n).fill(1) };
}

/** A column of numbers, or of 1 where a label is this one and 0 elsewhere. */
export function column(name: string, values: readonly (number | string)[], one?: string): NamedColumn {
  return { name, values: values.map((value) => (one === undefined ? Number(value) : Number(value === one))) };
}

/** Roots of the diagonal of a covariance. */
export function rootsOfDiagonal({ rows, values }: { rows: number; values: Float64Array }): number[] {
  return Array.from({ length: rows }, (_, i) => Math.sqrt(values[i * (rows + 1)]));
}

/** Scores of one patient with a treatment column: SYNTHETIC, from a fixed rule. */
export function madeUpPatient(n: number): MixedModel {
  const treated = Array.from({ length: n }, (_, i) => Math.floor(i / 5) % 2);
  const scores = treated.map((one, i) => 6 - 2 * one + Math.sin(1.7 * i) + 0.8 * Math.cos(0.45 * i * i));
  return { scores, columns: [ones(n), column("treated", treated)] };
}
