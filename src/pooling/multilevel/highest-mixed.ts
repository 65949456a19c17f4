import { EstimationError } from "../../errors.ts";
import { minimizeNewton, type NewtonMinimum } from "../../math/optimize/minimize-newton.ts";
import { columnsOf, type MixedData, scaledData } from "./mixed-data.ts";
import { type MixedFit, mixedFit } from "./mixed-fit.ts";
import type { MixedLikelihood } from "./mixed-likelihood.ts";
import type { RandomStructure } from "./structures/random-structure.ts";

/** A fit at the highest likelihood. */
export interface HighestMixed {
  fit: MixedFit;
  value: number;
  converged: boolean;
}

/** Parameters held at given values. */
export interface Held {
  which: number;
  at: number;
}

/** The standard deviation of the effects of each mean, in which the search goes; that of sampling where they are equal. */
export function unitsOf({ blocks, nMeans }: MixedData): number[] {
  const rows = blocks.flatMap((block) =>
    columnsOf(block).map((column, i) => ({
      column,
      effect: block.effects[i]!,
      variance: block.sampling.values[i * (block.rows.length + 1)]!,
    })),
  );
  return Array.from({ length: nMeans }, (_, column) => {
    const own = rows.filter((row) => row.column === column);
    const mean = own.reduce((sum, { effect }) => sum + effect, 0) / own.length;
    const square = own.reduce((sum, { effect }) => sum + (effect - mean) ** 2, 0) / own.length;
    return Math.sqrt(Math.max(square, 1e-4 * own[0]!.variance));
  });
}

/** One search from one start, in those units. */
function climb(
  data: MixedData,
  structure: RandomStructure,
  likelihood: MixedLikelihood,
  start: readonly number[],
  held: Held | null,
): NewtonMinimum {
  const lower = [...structure.lower];
  const upper = [...(structure.upper ?? structure.lower.map(() => Infinity))];
  const from = [...start];
  if (held) from[held.which] = lower[held.which] = upper[held.which] = held.at;
  return minimizeNewton(
    (parameters, gradient) => {
      const fit = mixedFit(data, structure, parameters);
      if (fit === null) return Infinity;
      gradient.set(likelihood.gradient(fit).map((slope) => -slope));
      return -likelihood.value(fit);
    },
    from,
    { lower, upper },
  );
}

/**
 * The parameters of highest likelihood: a bounded Newton search from every start of the structure, and the best of their ends. A
 * variance that ends at its bound is 0 exactly.
 *
 * @param held One parameter kept where it is, for a profile.
 * @throws {EstimationError} `not-converged` where no search found a finite likelihood.
 */
export function highestMixed(
  data: MixedData,
  structure: RandomStructure,
  likelihood: MixedLikelihood,
  held: Held | null = null,
): HighestMixed {
  const units = unitsOf(data);
  const factors = structure.factors(units);
  const scaled = scaledData(data, units);
  const within = held && { ...held, at: held.at / factors[held.which]! };
  const ends = structure.starts.map((start) => climb(scaled, structure, likelihood, start, within));
  const best = ends.reduce((a, b) => (b.value < a.value ? b : a));
  const fit = mixedFit(
    data,
    structure,
    best.x.map((parameter, i) => parameter * factors[i]!),
  );
  if (fit === null || !Number.isFinite(best.value))
    throw new EstimationError("not-converged", "Cannot fit the random effects: no likelihood was finite");
  return { fit, value: likelihood.value(fit), converged: best.converged };
}
