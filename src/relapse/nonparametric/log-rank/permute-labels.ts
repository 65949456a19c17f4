import { shuffled } from "../../../math/random/permutation.ts";
import { randomStream } from "../../../math/random/random-stream.ts";
import { countSubsets } from "../../../math/resampling/counts.ts";
import { subsets } from "../../../math/resampling/subsets.ts";

/** Scores within this of the observed statistic are ties. */
const TOLERANCE = 1e-9;

/** What is permuted: a score and a group for each unit. */
export interface LabeledScores {
  /** Their sum is 0. */
  scores: ArrayLike<number>;
  /** From 0 to nGroups − 1. */
  labels: readonly number[];
  nGroups: number;
}

/**
 * Σ T²/n over the groups, where T is a group's sum of scores: up to a factor that no permutation changes, the chi-squared
 * statistic with the permutation variance, and T² itself for two groups.
 */
function scoreStatistic({ scores, labels, nGroups }: LabeledScores): number {
  const sums = new Float64Array(nGroups);
  const sizes = new Float64Array(nGroups);
  labels.forEach((label, i) => {
    sums[label]! += scores[i]!;
    sizes[label]!++;
  });
  return sums.reduce((total, sum, g) => (sizes[g]! > 0 ? total + (sum * sum) / sizes[g]! : total), 0);
}

/** Sizes of the groups. */
function sizesOf({ labels, nGroups }: LabeledScores): number[] {
  return Array.from({ length: nGroups }, (_, g) => labels.filter((label) => label === g).length);
}

/** In how many ways the labels can fall: n!/(n₁! n₂! …), exact for every n. */
export function countAssignments(labeled: LabeledScores): bigint {
  let left = labeled.labels.length;
  let count = 1n;
  for (const size of sizesOf(labeled)) {
    count *= countSubsets(left, size);
    left -= size;
  }
  return count;
}

/** All ways in which the labels can fall, each once; one array that is updated in place. */
export function* assignments(labeled: LabeledScores): Generator<readonly number[], void, undefined> {
  const labels = new Array<number>(labeled.labels.length).fill(0);
  const sizes = sizesOf(labeled);
  function* assign(places: readonly number[], group: number): Generator<readonly number[], void, undefined> {
    if (group === sizes.length - 1) {
      for (const place of places) labels[place] = group;
      yield labels;
      return;
    }
    for (const { members } of subsets(places.length, sizes[group]!)) {
      const chosen = new Set(members);
      for (const member of members) labels[places[member]!] = group;
      yield* assign(
        places.filter((_, i) => !chosen.has(i)),
        group + 1,
      );
    }
  }
  yield* assign([...labels.keys()], 0);
}

/** The share of all ways whose statistic is at least the observed one; that one is among them. */
export function exactPValue(labeled: LabeledScores): number {
  const observed = scoreStatistic(labeled);
  let extreme = 0;
  let all = 0;
  for (const labels of assignments(labeled)) {
    all++;
    if (scoreStatistic({ ...labeled, labels }) >= observed - TOLERANCE) extreme++;
  }
  return extreme / all;
}

/**
 * (b + 1)/(m + 1), where b of m random ways have a statistic of at least the observed one.
 *
 * @param seed Each way has a random stream of its own.
 * @see Phipson & Smyth (2010), Stat Appl Genet Mol Biol 9:39. doi:10.2202/1544-6115.1585
 */
export function monteCarloPValue(labeled: LabeledScores, count: number, seed: number): number {
  const observed = scoreStatistic(labeled);
  let extreme = 0;
  for (let index = 0; index < count; index++) {
    const labels = shuffled(randomStream(seed, index), labeled.labels);
    if (scoreStatistic({ ...labeled, labels }) >= observed - TOLERANCE) extreme++;
  }
  return (extreme + 1) / (count + 1);
}
