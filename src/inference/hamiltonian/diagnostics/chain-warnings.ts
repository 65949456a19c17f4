import type { Warning } from "../../../schema/provenance.ts";
import type { SampledChain, SampledQuantity } from "../../../schema/sampling-summary.ts";

/** Vehtari et al. (2021), section 4, as are the draws needed. */
const LARGEST_R_HAT = 1.01;
/** For each chain: 400 for four, so that R̂ and the errors themselves can be trusted. */
const FEWEST_EFFECTIVE = 100;
/** Betancourt (2017), arXiv:1701.02434, section 6.1. */
const LOWEST_ENERGY_FRACTION = 0.3;
const NAMED = 5;

function named(quantities: readonly SampledQuantity[]): string {
  const names = quantities.slice(0, NAMED).map(({ quantity }) => quantity);
  const others = quantities.length - names.length;
  return names.join(", ") + (others > 0 ? ` and ${others} more` : "");
}

function unmixed(quantities: readonly SampledQuantity[]): Warning[] {
  const wrong = quantities.filter(({ rHat }) => rHat !== null && rHat > LARGEST_R_HAT);
  if (wrong.length === 0) return [];
  const worst = Math.max(...wrong.map(({ rHat }) => rHat!));
  return [
    {
      code: "chains-not-mixed",
      message: `The chains disagree about ${named(wrong)} (R̂ up to ${worst.toFixed(2)}, above ${LARGEST_R_HAT}): please don't use these draws; run longer, or simplify the model.`,
    },
  ];
}

function fewEffective(quantities: readonly SampledQuantity[], nChains: number): Warning[] {
  const needed = FEWEST_EFFECTIVE * nChains;
  const smaller = (row: SampledQuantity): number =>
    Math.min(row.bulkEffectiveDraws ?? Infinity, row.tailEffectiveDraws ?? Infinity);
  const wrong = quantities.filter((row) => smaller(row) < needed);
  if (wrong.length === 0) return [];
  const fewest = Math.floor(Math.min(...wrong.map(smaller)));
  return [
    {
      code: "few-effective-draws",
      message: `The draws of ${named(wrong)} are worth as few as ${fewest} independent ones, and ${needed} are needed: please run longer chains.`,
    },
  ];
}

function unknown(quantities: readonly SampledQuantity[]): Warning[] {
  const wrong = quantities.filter((row) => row.rHat === null || row.bulkEffectiveDraws === null);
  if (wrong.length === 0) return [];
  return [
    {
      code: "mixing-unknown",
      message: `Whether the chains have mixed cannot be told for ${named(wrong)}: the draws are fewer than 12 a chain, not all finite, or do not vary.`,
    },
  ];
}

function diverged(chains: readonly SampledChain[], nDraws: number): Warning[] {
  const count = chains.reduce((sum, { divergences }) => sum + divergences, 0);
  if (count === 0) return [];
  return [
    {
      code: "divergent-transitions",
      message: `${count} of ${nDraws} trajectories diverged: a part of the posterior is too sharply bent to be reached, and the answer may be biased; please ask for a higher acceptance (such as 0.99), or write the model in other parameters.`,
    },
  ];
}

function saturated(chains: readonly SampledChain[], nDraws: number): Warning[] {
  const count = chains.reduce((sum, { treeDepthSaturation }) => sum + treeDepthSaturation, 0);
  if (count === 0) return [];
  return [
    {
      code: "tree-depth-reached",
      message: `${count} of ${nDraws} trajectories were cut off at their greatest length: the draws are valid, but slow to mix; please allow deeper trees.`,
    },
  ];
}

function slowEnergy(chains: readonly SampledChain[]): Warning[] {
  const wrong = chains.filter(
    ({ energyFraction }) => energyFraction !== null && energyFraction < LOWEST_ENERGY_FRACTION,
  );
  if (wrong.length === 0) return [];
  const lowest = Math.min(...wrong.map(({ energyFraction }) => energyFraction!));
  return [
    {
      code: "low-energy-fraction",
      message: `${wrong.length} of ${chains.length} chains moved slowly between the body and the tails (E-BFMI down to ${lowest.toFixed(2)}, below ${LOWEST_ENERGY_FRACTION}): intervals may be too narrow; please run longer, or write the model in other parameters.`,
    },
  ];
}

function alone(chains: readonly SampledChain[]): Warning[] {
  if (chains.length > 1) return [];
  return [
    {
      code: "one-chain",
      message:
        "One chain alone cannot show that it missed a part of the posterior: please run four, and compare them.",
    },
  ];
}

/** What should keep a reader from trusting the draws; none where all is well. */
export function chainWarnings(
  quantities: readonly SampledQuantity[],
  chains: readonly SampledChain[],
): Warning[] {
  const nDraws = chains.reduce((sum, chain) => sum + chain.nDraws, 0);
  return [
    ...unmixed(quantities),
    ...fewEffective(quantities, chains.length),
    ...unknown(quantities),
    ...diverged(chains, nDraws),
    ...slowEnergy(chains),
    ...saturated(chains, nDraws),
    ...alone(chains),
  ];
}
