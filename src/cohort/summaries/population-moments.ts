import { normal } from "../../math/distributions/normal.ts";
import { reliefGradient } from "../../response/quantities/relief-gradient.ts";
import { toNatural } from "../../response/working-parameters.ts";
import type { CohortSummary } from "../../schema/cohort-result.ts";
import { durationCells, meanDays } from "./summary-days.ts";
import type { UnobservedReading } from "./unobserved-patients.ts";

/** How the population's patients spread over the cells of a summary, and what relief those of each cell have. */
export interface PopulationMoments {
  /** For each cell, whether the smallest and the largest duration may lie there; one cell for all without durations. */
  marks: readonly number[];
  /** Three for each cell: its probability, its part of the expected relief and of the expected squared relief. */
  at(theta: ArrayLike<number>): Float64Array;
  /** Adds the derivatives by the population's parameters, given those by the moments, at the parameters last asked for. */
  addSlopes(theta: ArrayLike<number>, byMoments: Float64Array, gradient: Float64Array): void;
}

/**
 * Compiles the moments, averaged over given patients.
 *
 * @param z Standard normal departures from the typical patient, point by point.
 */
export function populationMoments(
  { meanRelief, duration }: CohortSummary,
  { layout: { parameters, residualSd }, model, height, threshold }: UnobservedReading,
  z: Float64Array,
): PopulationMoments {
  const relief = reliefGradient(model);
  const size = parameters.length;
  const ofMean = meanRelief ? meanDays(meanRelief) : [];
  const { ends, marks } = duration ? durationCells(duration) : { ends: [], marks: [0] };
  const days = [...ofMean, ...ends];
  const spreads = parameters.flatMap(({ logSpread }, k) => (logSpread === null ? [] : [{ k, logSpread }]));
  const nVarying = spreads.length;
  const nPoints = z.length / nVarying;
  const nCells = marks.length;
  const nEnds = ends.length;
  const shift = new Float64Array(nPoints * nVarying);
  /** By point: the mean relief, then its slopes; the distances to the threshold; the slopes of relief there. */
  const mean = new Float64Array(nPoints * (size + 1));
  const distance = new Float64Array(nPoints * nEnds);
  const slopes = new Float64Array(nPoints * nEnds * size);
  const natural = new Float64Array(size);
  const out = new Float64Array(size + 1);

  function readPoint(point: number, sd: number): void {
    const own = point * (size + 1);
    mean.fill(0, own, own + size + 1);
    for (let d = 0; d < days.length; d++) {
      const value = relief(days[d]!, natural, out);
      const end = d - ofMean.length;
      if (end < 0) {
        mean[own]! += value / ofMean.length;
        for (let k = 0; k < size; k++) mean[own + 1 + k]! += out[k]! / ofMean.length;
      } else {
        distance[point * nEnds + end] = (threshold - value) / sd;
        for (let k = 0; k < size; k++) slopes[(point * nEnds + end) * size + k] = out[k]!;
      }
    }
  }

  /** Share of a point's patients whose duration lies in a cell. */
  function within(point: number, cell: number): number {
    if (nEnds === 0) return 1;
    const at = point * nEnds + cell;
    return Math.max(0, normal.cdf(distance[at + 1]!) - normal.cdf(distance[at]!));
  }

  return {
    marks,
    at(theta) {
      const sd = Math.exp(theta[residualSd]!) / height;
      const scales = spreads.map(({ logSpread }) => Math.exp(theta[logSpread]!));
      const moments = new Float64Array(3 * nCells);
      const working = parameters.map(({ mean: index }) => theta[index]!);
      for (let k = 0; k < size; k++) natural[k] = toNatural(parameters[k]!.parameter, working[k]!);
      for (let point = 0; point < nPoints; point++) {
        for (let v = 0; v < nVarying; v++) {
          const { k } = spreads[v]!;
          const at = point * nVarying + v;
          shift[at] = scales[v]! * z[at]!;
          natural[k] = toNatural(parameters[k]!.parameter, working[k]! + shift[at]!);
        }
        readPoint(point, sd);
        const own = mean[point * (size + 1)]!;
        for (let c = 0; c < nCells; c++) {
          const share = within(point, c) / nPoints;
          moments[3 * c]! += share;
          moments[3 * c + 1]! += share * own;
          moments[3 * c + 2]! += share * own * own;
        }
      }
      return moments;
    },
    addSlopes(theta, byMoments, gradient) {
      const sd = Math.exp(theta[residualSd]!) / height;
      const byCurve = new Float64Array(size);
      for (let point = 0; point < nPoints; point++) {
        const from = point * (size + 1);
        const own = mean[from]!;
        byCurve.fill(0);
        let byMean = 0;
        for (let c = 0; c < nCells; c++) {
          const first = byMoments[3 * c + 1]!;
          const second = byMoments[3 * c + 2]!;
          const share = within(point, c);
          if (share === 0) continue;
          byMean += share * (first + 2 * second * own);
          if (nEnds === 0) continue;
          const byShare = byMoments[3 * c]! + first * own + second * own * own;
          for (const [at, sign] of [
            [point * nEnds + c, -1],
            [point * nEnds + c + 1, 1],
          ] as const) {
            const density = (sign * byShare * Math.exp(-0.5 * distance[at]! ** 2)) / Math.sqrt(2 * Math.PI);
            gradient[residualSd]! -= (density * distance[at]!) / nPoints;
            for (let k = 0; k < size; k++) byCurve[k]! -= (density / sd) * slopes[at * size + k]!;
          }
        }
        for (let k = 0, v = 0; k < size; k++) {
          const slope = (byCurve[k]! + byMean * mean[from + 1 + k]!) / nPoints;
          const { mean: index, logSpread } = parameters[k]!;
          gradient[index]! += slope;
          if (logSpread !== null) gradient[logSpread]! += slope * shift[point * nVarying + v++]!;
        }
      }
    },
  };
}
