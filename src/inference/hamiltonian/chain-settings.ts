import type { MetricKind } from "./metrics/euclidean-metric.ts";
import { metricKinds } from "./metrics/index.ts";

/** How a chain is run. */
export interface ChainSettings {
  /** Iterations that tune the sampler and are not kept; at least 0. Default 1,000. */
  nWarmup: number;
  /** Iterations that are kept; at least 1. Default 1,000. */
  nDraws: number;
  /** Acceptance to tune the step size for, in (0, 1): nearer to 1 means shorter steps. Default 0.8. */
  targetAcceptance: number;
  /** A trajectory has at most 2 to this power steps, less one; 1 to 20. Default 10. */
  maxTreeDepth: number;
  /** Kind of mass matrix. Default `diagonalMetric`. */
  metric: MetricKind;
  /** First positions: one for each chain, by index. Default: uniform from −2 to 2. */
  firstPositions: readonly ArrayLike<number>[] | null;
  /** Called after every iteration with how many are done, of how many; changes nothing. Default none. */
  progress: ((done: number, total: number) => void) | null;
}

function checkWhole(name: string, value: number, fewest: number, most = Infinity): void {
  if (Number.isInteger(value) && value >= fewest && value <= most) return;
  const range = most === Infinity ? `of at least ${fewest}` : `from ${fewest} to ${most}`;
  throw new RangeError(`A chain needs a whole ${name} ${range}, got ${value}`);
}

/**
 * Settings after defaults.
 *
 * @throws {RangeError} when one is out of its range.
 */
export function chainSettings(given: Partial<ChainSettings> = {}): ChainSettings {
  const settings: ChainSettings = {
    nWarmup: 1000,
    nDraws: 1000,
    targetAcceptance: 0.8,
    maxTreeDepth: 10,
    metric: metricKinds[0]!,
    firstPositions: null,
    progress: null,
    ...given,
  };
  checkWhole("nWarmup", settings.nWarmup, 0);
  checkWhole("nDraws", settings.nDraws, 1);
  checkWhole("maxTreeDepth", settings.maxTreeDepth, 1, 20);
  const { targetAcceptance } = settings;
  if (!(targetAcceptance > 0 && targetAcceptance < 1))
    throw new RangeError(`A chain needs a targetAcceptance in (0, 1), got ${targetAcceptance}`);
  return settings;
}
