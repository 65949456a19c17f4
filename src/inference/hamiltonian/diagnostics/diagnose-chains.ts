import type { Warning } from "../../../schema/provenance.ts";
import type { SampledChain, SampledQuantity } from "../../../schema/sampling-summary.ts";
import { type Chain, valuesOf } from "../chain.ts";
import { chainWarnings } from "./chain-warnings.ts";
import { sampledChain } from "./sampled-chain.ts";
import { sampledQuantity } from "./sampled-quantity.ts";

/** A number that every position of the target has, such as one of its coordinates on the natural scale. */
export interface SampledFunction {
  name: string;
  /** @param position Of the target; must not be changed, nor kept. */
  value(position: Float64Array): number;
}

/** Whether several chains have mixed: flat rows, and warnings in words. */
export interface ChainDiagnostics {
  /** One for each quantity. */
  quantities: SampledQuantity[];
  /** One for each chain. */
  chains: SampledChain[];
  /** None where all is well. */
  warnings: Warning[];
}

/**
 * Says whether chains have mixed, and how well they know each quantity.
 *
 * @param chains Of one target, all with as many draws.
 * @param functions Quantities to look at. Default: every coordinate, named x1, x2, ….
 * @param level In (0, 1), of the rows' limits. Default 0.95.
 * @throws {RangeError} when there is no chain, the lengths differ, or the level is out of range.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718; Betancourt (2017), arXiv:1701.02434, section 6.
 * @example
 * const normal = { dimension: 1, logDensityAndGradient: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] ** 2) };
 * diagnoseChains(sampleChains(normal, 1)).warnings; // []
 */
export function diagnoseChains(
  chains: readonly Chain[],
  functions: readonly SampledFunction[] = coordinates(chains[0]?.dimension ?? 0),
  level = 0.95,
): ChainDiagnostics {
  if (chains.length === 0) throw new RangeError("diagnoseChains needs at least 1 chain, got 0");
  const quantities = functions.map(({ name, value }) =>
    sampledQuantity(
      name,
      chains.map((chain) => valuesOf(chain, value)),
      level,
    ),
  );
  const rows = chains.map(sampledChain);
  return { quantities, chains: rows, warnings: chainWarnings(quantities, rows) };
}

function coordinates(dimension: number): SampledFunction[] {
  return Array.from({ length: dimension }, (_, i) => ({
    name: `x${i + 1}`,
    value: (position) => position[i]!,
  }));
}
