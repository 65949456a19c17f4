import type { Matrix } from "../../math/linear/matrix.ts";
import { zeros } from "../../math/linear/matrix.ts";

/** The rows of one outermost group, which shares nothing with the others. */
export interface MixedBlock {
  /** Name of the group. */
  name: string;
  /** Places of its rows among all. */
  rows: readonly number[];
  effects: Float64Array;
  design: Matrix;
  /** Known covariance of the sampling errors. */
  sampling: Matrix;
}

/** Effects in independent blocks. */
export interface MixedData {
  blocks: readonly MixedBlock[];
  nEffects: number;
  /** Columns of the design: means to be estimated. */
  nMeans: number;
}

/** What a block of the sampling covariance is made of. */
export interface SamplingErrors {
  readonly name: string;
  readonly label: string;
  /**
   * @param rows Places of the rows among all.
   * @param variances Of these rows.
   * @returns A positive definite matrix of their size.
   */
  block(rows: readonly number[], variances: readonly number[]): Matrix;
}

/** Rows put into blocks by the name of their outermost group, in order of appearance. */
export function mixedData(
  groups: readonly string[],
  effects: readonly number[],
  variances: readonly number[],
  columns: readonly number[],
  sampling: SamplingErrors,
): MixedData {
  const nMeans = Math.max(...columns) + 1;
  const blocks = [...new Set(groups)].map((name) => {
    const rows = groups.flatMap((group, i) => (group === name ? [i] : []));
    const design = zeros(rows.length, nMeans);
    rows.forEach((row, i) => {
      design.values[i * nMeans + columns[row]!] = 1;
    });
    return {
      name,
      rows,
      effects: Float64Array.from(rows, (row) => effects[row]!),
      design,
      sampling: sampling.block(
        rows,
        rows.map((row) => variances[row]!),
      ),
    };
  });
  return { blocks, nEffects: effects.length, nMeans };
}

/** The mean that each row of a block belongs to. */
export function columnsOf({ design }: MixedBlock): number[] {
  return Array.from({ length: design.rows }, (_, i) =>
    design.values.subarray(i * design.columns, (i + 1) * design.columns).indexOf(1),
  );
}

/** The same data with effects divided by the unit of their mean. */
export function scaledData(data: MixedData, units: readonly number[]): MixedData {
  return {
    ...data,
    blocks: data.blocks.map((block) => {
      const by = columnsOf(block).map((column) => units[column]!);
      const n = by.length;
      const scale = (value: number, at: number): number => value / (by[Math.floor(at / n)]! * by[at % n]!);
      return {
        ...block,
        effects: block.effects.map((effect, i) => effect / by[i]!),
        sampling: { ...block.sampling, values: block.sampling.values.map(scale) },
      };
    }),
  };
}
