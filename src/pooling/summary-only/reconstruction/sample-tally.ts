import { sampleQuantile } from "../../../math/index.ts";
import type { ReconstructedSample, SampleSpread } from "../../../schema/reconstruction.ts";
import { countPairSets } from "./count-pair-sets.ts";
import type { SampleSpace } from "./sample-space.ts";

function spreadOf(values: number[]): SampleSpread {
  const at = (p: number): number => sampleQuantile(values, p);
  return {
    lower: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    upper: at(1),
  };
}

function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** The values that indexes stand for. */
export function valuesAt({ values, origin }: SampleSpace, sample: ArrayLike<number>): number[] {
  return Array.from(sample, (index) => values[index]! + origin);
}

/** Three numbers for each sample, and the samples themselves thinned evenly: what is held of a search. */
export class SampleTally {
  private readonly space: SampleSpace;
  private readonly most: number;
  private readonly sds: number[] = [];
  private readonly means: number[] = [];
  private readonly medians: number[] = [];
  private kept: ReconstructedSample[] = [];
  private every = 1;
  nPairSets = 0;

  constructor(space: SampleSpace, most: number) {
    this.space = space;
    this.most = most;
  }

  get nSamples(): number {
    return this.means.length;
  }

  add(sample: ArrayLike<number>): void {
    const { n } = this.space;
    const values = valuesAt(this.space, sample);
    const sd = standardDeviation(values);
    const nPairSets = countPairSets(this.space, sample);
    if (sd !== null) this.sds.push(sd);
    if (this.nSamples % this.every === 0) this.keep({ values, sd, nPairSets });
    this.means.push(values.reduce((sum, value) => sum + value, 0) / n);
    this.medians.push((values[(n - 1) >> 1]! + values[n >> 1]!) / 2);
    this.nPairSets += nPairSets;
  }

  private keep(sample: ReconstructedSample): void {
    this.kept.push(sample);
    if (this.kept.length <= this.most) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.every *= 2;
  }

  result(): {
    sd: SampleSpread | null;
    mean: SampleSpread;
    median: SampleSpread;
    samples: ReconstructedSample[];
  } {
    return {
      sd: this.sds.length > 0 ? spreadOf(this.sds) : null,
      mean: spreadOf(this.means),
      median: spreadOf(this.medians),
      samples: this.kept,
    };
  }
}
