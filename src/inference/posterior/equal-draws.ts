import { systematicResample } from "../../math/importance/systematic-resample.ts";
import { randomStream } from "../../math/random/random-stream.ts";
import type { WeightedDraws } from "./weighted-draws.ts";

/** Equally weighted draws of the working parameters; one that is drawn again is the same array, next to itself. */
export function equalDraws(
  { weights, values, dimension }: Pick<WeightedDraws, "weights" | "values" | "dimension">,
  nDraws: number,
  seed: number,
): Float64Array[] {
  if (nDraws === 0) return [];
  const chosen = systematicResample(weights, nDraws, randomStream(seed, -1));
  const draws: Float64Array[] = [];
  chosen.forEach((from, i) => {
    const again = i > 0 && chosen[i - 1] === from;
    draws.push(again ? draws[i - 1]! : values.slice(from * dimension, (from + 1) * dimension));
  });
  return draws;
}
