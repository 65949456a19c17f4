import { type Matrix, zeros } from "../../../math/linear/matrix.ts";
import type { MixedData } from "../mixed-data.ts";
import type { RandomStructure } from "./random-structure.ts";

/** 1 where two rows belong to one group of a level. */
function alike(names: readonly string[]): Matrix {
  const n = names.length;
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) matrix.values[i * n + j] = Number(names[i] === names[j]);
  return matrix;
}

/** Starts with every level alike, small or large, and with one level alone. */
function startsOf(n: number): number[][] {
  const only = (which: number): number[] => Array.from({ length: n }, (_, i) => (i === which ? 0.8 : 0.05));
  return [0.01, 0.5]
    .map((value) => new Array<number>(n).fill(value))
    .concat(n > 1 ? Array.from({ length: n }, (_, i) => only(i)) : []);
}

/**
 * A random effect for every group of each level: one variance for each level.
 *
 * @param paths For each level, outermost first, the group of every row.
 * @see Konstantopoulos (2011), Res Synth Methods 2:61–76, equations 3 to 6. doi:10.1002/jrsm.35
 */
export function nestedLevels(data: MixedData, paths: readonly (readonly string[])[]): RandomStructure {
  const shares = data.blocks.map(({ rows }) => paths.map((names) => alike(rows.map((row) => names[row]!))));
  return {
    nParameters: paths.length,
    lower: paths.map(() => 0),
    starts: startsOf(paths.length),
    factors: ([unit]) => paths.map(() => unit! * unit!),
    addTo(matrix, block, parameters) {
      shares[block]!.forEach((share, level) => {
        for (let i = 0; i < share.values.length; i++)
          matrix.values[i]! += parameters[level]! * share.values[i]!;
      });
    },
    derivative: (block, _, which) => shares[block]![which]!,
  };
}
