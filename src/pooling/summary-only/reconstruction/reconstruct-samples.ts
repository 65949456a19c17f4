import { EstimationError } from "../../../errors.ts";
import { randomStream } from "../../../math/index.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { Reconstruction, SamplingCoverage } from "../../../schema/reconstruction.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { version } from "../../../version.ts";
import { checkReport } from "../feasible/check-report.ts";
import { drawSample } from "./draw-sample.ts";
import { indexBoxes } from "./index-boxes.ts";
import {
  type ReconstructSamplesOptions,
  type ReconstructSettings,
  reconstructSettings,
} from "./reconstruct-options.ts";
import { sampleClash } from "./sample-clash.ts";
import { nPicks, type SampleSpace, spaceOf, valuesOf } from "./sample-space.ts";
import { SampleTally } from "./sample-tally.ts";
import { walkSamples } from "./walk-samples.ts";

/** Picks before any condition, beyond which listing is not begun. */
const MOST_PICKS = 1e12;

interface Found {
  tally: SampleTally;
  coverage: SamplingCoverage | null;
}

/** Every sample; undefined where there are too many. */
function enumerated(
  space: SampleSpace,
  { mostSamples, mostTried, keep }: ReconstructSettings,
): Found | undefined {
  if (nPicks(space) > MOST_PICKS) return undefined;
  const tally = new SampleTally(space, keep);
  const walk = walkSamples(space, { tried: 0, most: mostTried });
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return step.value ? { tally, coverage: null } : undefined;
    if (tally.nSamples === mostSamples) return undefined;
    tally.add(step.value);
  }
}

function drawn(space: SampleSpace, { draws, keep, seed }: ReconstructSettings): Found {
  const tally = new SampleTally(space, keep);
  const stream = randomStream(seed);
  const boxes = indexBoxes(space);
  const times = new Map<string, number>();
  let failed = 0;
  for (let i = 0; i < draws; i++) {
    const sample = drawSample(space, boxes, stream);
    if (sample === undefined) {
      failed++;
      continue;
    }
    const key = sample.join(",");
    const before = times.get(key) ?? 0;
    if (before === 0) tally.add(sample);
    times.set(key, before + 1);
  }
  const seenOnce = [...times.values()].filter((count) => count === 1).length;
  const nDrawn = draws - failed;
  const share = nDrawn === 0 ? 0 : 1 - seenOnce / nDrawn;
  return { tally, coverage: { draws: nDrawn, failed, seenOnce, share } };
}

function warningsOf(tally: SampleTally, coverage: SamplingCoverage | null): Warning[] {
  if (coverage === null) return [];
  const share = (100 * coverage.share).toFixed(0);
  const message = `There are too many samples to list. ${coverage.draws} draws met ${tally.nSamples} different ones, so that about ${share} % of further draws would be one of these (Good–Turing); samples are not drawn equally often, so shares and quartiles of these samples say nothing about how likely they are, and their ends lie inside the true ones`;
  return [{ code: "samples-drawn", message }];
}

/**
 * Reconstructs the samples that fit a report: every one where they are few, else those that a seeded search meets.
 *
 * Values are counted as sets: which patient has which value does not matter. A sample says what could have been, and is not a
 * probability: its share among the samples is no posterior.
 *
 * @param report With `step` and bounds for plain scores, or with `scores` for percentages of score pairs.
 * @param options When to stop listing, how many draws, how many samples to keep, and the seed.
 * @returns Counts, the spread of standard deviation, mean and median over the samples, and the samples.
 * @throws {EstimationError} `no-sample` where no sample fits, with the statements that clash; `not-identifiable` where the report
 * does not say which values a patient can have, or its mean is a ratio of means; `not-converged` where the search met none and can't
 * tell whether there is one.
 * @throws {RangeError} for numbers that are none.
 * @see Heathers, Anaya, van der Zee & Brown (2018), PeerJ Preprints 6:e26968v1 (SPRITE). doi:10.7287/peerj.preprints.26968v1;
 * Good (1953), Biometrika 40:237–264, eq. 9 (share seen). doi:10.1093/biomet/40.3-4.237
 * @example
 * reconstructSamples({ n: 2, mean: 1, lower: 0, upper: 2, step: 1 }).nSamples; // 2
 */
export function reconstructSamples(
  report: SummaryReport,
  options: ReconstructSamplesOptions = {},
): Reconstruction {
  checkReport(report);
  const settings = reconstructSettings(options);
  if (report.estimand === "ratio-of-means")
    throw new EstimationError(
      "not-identifiable",
      "Reconstruction needs a mean of the patients' values; a ratio of means is none",
    );
  const values = valuesOf(report);
  const space = spaceOf(report);
  const found = space && (enumerated(space, settings) ?? drawn(space, settings));
  if (space === undefined || found === undefined || (found.tally.nSamples === 0 && found.coverage === null))
    throw new EstimationError("no-sample", sampleClash(report, values));
  if (found.tally.nSamples === 0)
    throw new EstimationError(
      "not-converged",
      `Reconstruction met no sample in ${settings.draws} draws and can't tell whether there is one; needs a shorter scale or fewer patients to list them all`,
    );
  return {
    kind: "reconstruction",
    schemaVersion: 1,
    n: report.n,
    nValues: values.length,
    complete: found.coverage === null,
    nSamples: found.tally.nSamples,
    nPairSets: found.tally.nPairSets,
    ...found.tally.result(),
    coverage: found.coverage,
    warnings: warningsOf(found.tally, found.coverage),
    provenance: {
      package: "nof1",
      version,
      seed: found.coverage === null ? null : settings.seed,
      inputSha256: null,
      options: { ...settings },
    },
  };
}
