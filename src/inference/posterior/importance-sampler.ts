import { systematicResample } from "../../math/importance/systematic-resample.ts";
import type { MultivariateLaw } from "../../math/random/multivariate-law.ts";
import { randomStream } from "../../math/random/random-stream.ts";
import type { Posterior, Target } from "../interval-method.ts";
import { priorLaw } from "../prior-law.ts";
import type { Proposal } from "./proposal-mixture.ts";
import { adaptedProposal, laplaceProposal } from "./proposals.ts";
import { bothTails, tailRegions } from "./tail-regions.ts";
import { targetValues } from "./target-values.ts";
import { drawCollector, type WeightedDraws } from "./weighted-draws.ts";

/** A sampler that can go on. */
export interface ImportanceSampler {
  draws(): WeightedDraws;
  /**
   * Adds draws by proposals adapted to those so far: as many again, or two fifths where no region is asked for.
   * @param regions Where more draws would tell most: weights of the draws, adding to 1 within each region.
   */
  grow(regions: readonly Float64Array[]): void;
}

/**
 * Makes a sampler of a posterior: of what `importanceSampler` takes.
 *
 * @param share Of the usual number of draws.
 */
export type SamplerMaker = (
  posterior: Posterior,
  targets: readonly Target[],
  level: number,
  seed: number,
  share?: number,
) => ImportanceSampler;

/** Draws of the stages by which the proposals are found; none of them is kept. */
const PILOT = { prior: 256, laplace: 512, adapted: [1024, 1024] };
/** Draws, of equal weight, in which the tails of the quantities are looked for. */
const N_TAIL_DRAWS = 1024;
/** Draws of the first set that counts, from each proposal; each tail gets as many as `tail`. */
const FIRST = { prior: 256, laplace: 256, adapted: 1024, wide: 512, tail: 128 };
/** Shares of the later sets. */
const NEXT = { adapted: 0.25, wide: 0.15, regions: 0.6 };
/** How much wider than the draws' own the covariance of the widest proposal is. */
const WIDE = 2.5;

/**
 * Samples a posterior by importance sampling in stages.
 *
 * A pilot finds the first proposals: draws from the prior and from a t law at the mode, then twice also from a t law with
 * the mean and covariance of the weighted draws before. None of it is kept. The draws that count come in sets, each from a
 * mixture of proposals that was fixed before: those of the pilot, a wider one, and some for the tails of the quantities
 * asked for, so that limits are known as well as medians. Each draw is weighed against the mixture of its own set:
 * weighing it against proposals that were adapted to it biased the tails by several Monte-Carlo errors.
 *
 * @param posterior With proper priors.
 * @param targets The quantities whose tails matter.
 * @param level Of their intervals.
 * @param share Of the usual number of draws.
 * @throws {RangeError} when a prior is flat.
 * @see Cappé, Douc, Guillin, Marin & Robert (2008), Stat Comput 18:447–459 (adaptation by moments).
 * doi:10.1007/s11222-008-9059-x; Vehtari, Simpson, Gelman, Yao & Gabry (2024), J Mach Learn Res 25(72) (smoothing)
 */
export function importanceSampler(
  posterior: Posterior,
  targets: readonly Target[],
  level: number,
  seed: number,
  share = 1,
): ImportanceSampler {
  const prior = priorLaw(posterior.prior);
  const laplace = laplaceProposal(posterior);
  const pilot = pilotDraws(posterior, prior, laplace, seed, share);
  const { values, weights, dimension } = pilot;
  const first: Proposal[] = [
    { law: prior, nDraws: share * FIRST.prior },
    { law: laplace, nDraws: share * FIRST.laplace },
    { law: adaptedProposal(values, weights, posterior, 1), nDraws: share * FIRST.adapted },
    { law: adaptedProposal(values, weights, posterior, WIDE), nDraws: share * FIRST.wide },
    ...tailProposals(posterior, pilot, targets, level, seed),
  ];
  const counted = drawCollector(posterior.objective, dimension, seed);
  counted.add(first);
  return {
    draws: () => counted.summarize(),
    grow: (regions) => counted.add(nextProposals(posterior, counted.summarize(), regions)),
  };
}

/** The last of the sets by which the proposals are found. */
function pilotDraws(
  posterior: Posterior,
  prior: MultivariateLaw,
  laplace: MultivariateLaw,
  seed: number,
  share: number,
): WeightedDraws {
  const dimension = posterior.minimum.x.length;
  const collect = (proposals: Proposal[], round: number): WeightedDraws => {
    const collector = drawCollector(posterior.objective, dimension, -1 - seed - round);
    collector.add(proposals);
    return collector.summarize();
  };
  let pilot = collect(
    [
      { law: prior, nDraws: share * PILOT.prior },
      { law: laplace, nDraws: share * PILOT.laplace },
    ],
    0,
  );
  PILOT.adapted.forEach((nDraws, round) => {
    const adapted = adaptedProposal(pilot.values, pilot.weights, posterior, 1);
    const rest = (share * nDraws) / 8;
    pilot = collect(
      [
        { law: prior, nDraws: rest },
        { law: laplace, nDraws: 2 * rest },
        { law: adapted, nDraws: 5 * rest },
      ],
      round + 1,
    );
  });
  return pilot;
}

/** As many draws again: from all draws' law, from a wider one, and from each region's. */
function nextProposals(
  posterior: Posterior,
  { values, weights, nDraws }: WeightedDraws,
  regions: readonly Float64Array[],
): Proposal[] {
  const size = (share: number): number => Math.floor(nDraws * share);
  const nRegion = size(NEXT.regions / Math.max(1, regions.length));
  return [
    { law: adaptedProposal(values, weights, posterior, 1), nDraws: size(NEXT.adapted) },
    { law: adaptedProposal(values, weights, posterior, WIDE), nDraws: size(NEXT.wide) },
    ...regions.map((region) => ({ law: adaptedProposal(values, region, posterior, 1), nDraws: nRegion })),
  ];
}

/** A proposal for each tail of each quantity, as far as they differ. */
function tailProposals(
  posterior: Posterior,
  pilot: WeightedDraws,
  targets: readonly Target[],
  level: number,
  seed: number,
): Proposal[] {
  const chosen = chosenDraws(pilot, N_TAIL_DRAWS, seed);
  const found = targetValues(targets);
  found.extend(chosen);
  const tails = found.values.flatMap((quantity) => bothTails(quantity, chosen.weights, level));
  return tailRegions(tails, chosen.weights).map((region) => ({
    law: adaptedProposal(chosen.values, region, posterior, 1),
    nDraws: FIRST.tail,
  }));
}

/** Draws by systematic resampling, each once with the number of times that it was drawn as its weight. */
function chosenDraws(
  { dimension, weights, values }: WeightedDraws,
  nDraws: number,
  seed: number,
): Pick<WeightedDraws, "dimension" | "nDraws" | "values" | "weights"> {
  const times = new Map<number, number>();
  for (const i of systematicResample(weights, nDraws, randomStream(seed, -1))) {
    times.set(i, (times.get(i) ?? 0) + 1);
  }
  const rows = new Float64Array(times.size * dimension);
  let next = 0;
  for (const i of times.keys()) {
    for (let k = 0; k < dimension; k++) rows[next++] = values[i * dimension + k]!;
  }
  return {
    dimension,
    nDraws: times.size,
    values: rows,
    weights: Float64Array.from(times.values(), (count) => count / nDraws),
  };
}
