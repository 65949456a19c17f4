import { EstimationError } from "../../errors.ts";
import { rowsWithScores } from "./check-mixed-model.ts";
import { type SerialCorrelation, uncorrelatedErrors } from "./error-correlations/index.ts";
import { connectedRows } from "./independent-blocks.ts";
import { intercept, type MixedModel, type RandomEffects } from "./mixed-model.ts";
import { type OrthonormalDesign, orthonormalDesign } from "./orthonormal-design.ts";
import { generalCovariance } from "./random-covariances/index.ts";

/** Random effects with their columns brought to a length of 1 a row. */
export interface PreparedTerm {
  name: string;
  columns: readonly string[];
  groups: readonly string[];
  /** Group of each row, by its place in `groups`. */
  group: Int32Array;
  /** Row by row. */
  z: Float64Array;
  /** What each column was divided by. */
  lengths: Float64Array;
  entries: readonly (readonly [number, number])[];
}

/** Rows that have nothing in common with those of other blocks. */
export interface PreparedBlock {
  from: number;
  to: number;
  /** Random effects of the block: its groups of each term, in order. */
  groups: readonly (readonly number[])[];
  nRandom: number;
}

/** A model with its rows in the order of blocks, series and time, ready for many evaluations. */
export interface PreparedModel {
  names: readonly string[];
  /** Place of each row in the input. */
  rows: readonly number[];
  nMissing: number;
  /** Columns of X. */
  columns: readonly Float64Array[];
  design: OrthonormalDesign;
  correlation: SerialCorrelation;
  times: Float64Array;
  /** Series of each row, numbered. */
  series: Int32Array;
  /** Time since the row before in the same series; −1 for the first of a series. */
  gaps: Float64Array;
  /** Median gap, 1 where there is none. */
  typicalGap: number;
  strata: readonly string[];
  stratum: Int32Array;
  terms: readonly PreparedTerm[];
  blocks: readonly PreparedBlock[];
}

function numbered(
  labels: readonly string[],
  rows: readonly number[],
): { names: string[]; codes: Int32Array } {
  const names = [...new Set(rows.map((row) => labels[row]!))];
  const places = new Map(names.map((name, i) => [name, i]));
  return { names, codes: Int32Array.from(rows, (row) => places.get(labels[row]!)!) };
}

function prepareTerm(effects: RandomEffects, nRows: number, rows: readonly number[]): PreparedTerm {
  const columns = effects.columns ?? [intercept(nRows)];
  const q = columns.length;
  const z = new Float64Array(rows.length * q);
  const lengths = Float64Array.from(columns, ({ values }) => {
    const square = rows.reduce((sum, row) => sum + values[row]! ** 2, 0) / rows.length;
    return Math.sqrt(square) || 1;
  });
  rows.forEach((row, i) => {
    columns.forEach(({ values }, j) => {
      z[i * q + j] = values[row]! / lengths[j]!;
    });
  });
  const { names, codes } = numbered(effects.groups, rows);
  const entries = (effects.covariance ?? generalCovariance).entries(q);
  const columnNames = columns.map(({ name }) => name);
  return { name: effects.name, columns: columnNames, groups: names, group: codes, z, lengths, entries };
}

/** Place of each row in its series, rows without a score included. */
function placesInSeries(series: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return series.map((name) => {
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return place;
  });
}

function gapsOf(times: Float64Array, series: Int32Array, correlated: boolean): Float64Array {
  return times.map((time, i) => {
    if (i === 0 || series[i] !== series[i - 1]) return -1;
    const gap = time - times[i - 1]!;
    if (gap === 0 && correlated)
      throw new RangeError(`errors.times must differ within a series, got ${time} twice`);
    return correlated ? gap : -1;
  });
}

function medianGap(gaps: Float64Array): number {
  const sorted = gaps.filter((gap) => gap > 0).sort();
  return sorted.length === 0 ? 1 : sorted[Math.floor(sorted.length / 2)]!;
}

function prepareBlocks(sizes: readonly number[], terms: readonly PreparedTerm[]): PreparedBlock[] {
  let to = 0;
  return sizes.map((size) => {
    const from = to;
    to += size;
    const groups = terms.map(({ group }) => [...new Set(group.subarray(from, to))]);
    const nRandom = groups.reduce((sum, own, t) => sum + own.length * terms[t]!.columns.length, 0);
    return { from, to, groups, nRandom };
  });
}

/** One series and one stratum where the model says nothing of them. */
function labelsOf({ scores, errors = {} }: MixedModel): Record<"series" | "strata", readonly string[]> {
  const same = scores.map(() => "");
  return { series: errors.series ?? same, strata: errors.strata ?? same };
}

/**
 * Puts a model in the order in which it is fitted.
 *
 * @throws {RangeError} when an argument is wrong.
 * @throws {EstimationError} as `orthonormalDesign`, and where a correlation has no pair of scores to show it.
 */
export function prepareMixedModel(model: MixedModel): PreparedModel {
  const kept = rowsWithScores(model);
  const { series, strata } = labelsOf(model);
  const correlation = model.errors?.correlation ?? uncorrelatedErrors;
  const correlated = correlation.parameter !== null;
  const times = model.errors?.times ?? placesInSeries(series);
  const factors = (model.randomEffects ?? []).map(({ groups }) => groups);
  const found = connectedRows([...factors, ...(correlated ? [series] : [])], kept);
  const order = numbered(series, kept).names;
  const place = new Map(order.map((name, i) => [name, i]));
  const blocks = found.map((block) =>
    block.sort((a, b) => place.get(series[a]!)! - place.get(series[b]!)! || times[a]! - times[b]! || a - b),
  );
  const rows = blocks.flat();
  const terms = (model.randomEffects ?? []).map((effects) => prepareTerm(effects, model.scores.length, rows));
  const { codes: seriesOf } = numbered(series, rows);
  const ordered = Float64Array.from(rows, (row) => times[row]!);
  const gaps = gapsOf(ordered, seriesOf, correlated);
  if (correlated && gaps.every((gap) => gap < 0)) {
    const text = `Cannot fit the correlation "${correlation.name}": needs 2 scores in a series, got 1`;
    throw new EstimationError("too-few-observations", text);
  }
  const names = model.columns.map(({ name }) => name);
  const columns = model.columns.map(({ values }) => Float64Array.from(rows, (row) => values[row]!));
  const { names: strataNames, codes: stratum } = numbered(strata, rows);
  return {
    names,
    rows,
    nMissing: model.scores.length - kept.length,
    columns,
    design: orthonormalDesign(
      columns,
      names,
      Float64Array.from(rows, (row) => model.scores[row]!),
    ),
    correlation,
    times: ordered,
    series: seriesOf,
    gaps,
    typicalGap: medianGap(gaps),
    strata: strataNames,
    stratum,
    terms,
    blocks: prepareBlocks(
      blocks.map(({ length }) => length),
      terms,
    ),
  };
}
