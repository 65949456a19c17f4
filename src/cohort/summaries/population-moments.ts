import { normal } from "../../math/distributions/normal.ts";
import { reliefGradient } from "../../response/quantities/relief-gradient.ts";
import { toNatural } from "../../response/working-parameters.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";
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

/** What was read at the points last asked for. */
interface PointReadings {
  nPoints: number;
  /** By point: departures of the parameters that vary. */
  shift: Float64Array;
  /** By point: the mean relief, then its slopes; the distances to the threshold; the slopes of relief there. */
  mean: Float64Array;
  distance: Float64Array;
  slopes: Float64Array;
}

/** What the moments of one summary are made of. */
interface MomentSetup {
  parameters: UnobservedReading["layout"]["parameters"];
  residualSd: number;
  height: number;
  nEnds: number;
  nCells: number;
  points: PointReadings;
}

/** Share of a point's patients whose duration lies in a cell. */
function within({ nEnds, points: { distance } }: MomentSetup, point: number, cell: number): number {
  if (nEnds === 0) return 1;
  const at = point * nEnds + cell;
  return Math.max(0, normal.cdf(distance[at + 1]!) - normal.cdf(distance[at]!));
}

/** Reads the mean relief and the distances of one point, whose parameters are given. */
function pointReader(
  { meanRelief }: CohortSummary,
  ends: readonly number[],
  { model, threshold }: UnobservedReading,
  { mean, distance, slopes }: PointReadings,
): (point: number, natural: Float64Array, sd: number) => void {
  const relief = reliefGradient(model);
  const ofMean = meanRelief ? meanDays(meanRelief) : [];
  const days = [...ofMean, ...ends];
  const nEnds = ends.length;
  const size = model.parameters.length;
  const out = new Float64Array(size + 1);
  return (point, natural, sd) => {
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
  };
}

/** The moments from what was read at every point. */
function momentsOf(setup: MomentSetup): Float64Array {
  const { parameters, nCells, points } = setup;
  const moments = new Float64Array(3 * nCells);
  for (let point = 0; point < points.nPoints; point++) {
    const own = points.mean[point * (parameters.length + 1)]!;
    for (let c = 0; c < nCells; c++) {
      const share = within(setup, point, c) / points.nPoints;
      moments[3 * c]! += share;
      moments[3 * c + 1]! += share * own;
      moments[3 * c + 2]! += share * own * own;
    }
  }
  return moments;
}

/** Fills the slopes by a point's curve, adds that by the scatter, and returns the slope by the point's mean relief. */
function pointSlopes(
  setup: MomentSetup,
  point: number,
  sd: number,
  byMoments: Float64Array,
  byCurve: Float64Array,
  gradient: Float64Array,
): number {
  const { parameters, residualSd, nEnds, nCells, points } = setup;
  const size = parameters.length;
  const own = points.mean[point * (size + 1)]!;
  byCurve.fill(0);
  let byMean = 0;
  for (let c = 0; c < nCells; c++) {
    const first = byMoments[3 * c + 1]!;
    const second = byMoments[3 * c + 2]!;
    const share = within(setup, point, c);
    if (share === 0) continue;
    byMean += share * (first + 2 * second * own);
    if (nEnds === 0) continue;
    const byShare = byMoments[3 * c]! + first * own + second * own * own;
    for (const [at, sign] of [
      [point * nEnds + c, -1],
      [point * nEnds + c + 1, 1],
    ] as const) {
      const away = points.distance[at]!;
      const density = (sign * byShare * Math.exp(-0.5 * away ** 2)) / Math.sqrt(2 * Math.PI);
      gradient[residualSd]! -= (density * away) / points.nPoints;
      for (let k = 0; k < size; k++) byCurve[k]! -= (density / sd) * points.slopes[at * size + k]!;
    }
  }
  return byMean;
}

/** Adds the slopes of every point by the population's parameters. */
function addSlopesOf(setup: MomentSetup, sd: number, byMoments: Float64Array, gradient: Float64Array): void {
  const { parameters, points } = setup;
  const { nPoints, shift, mean } = points;
  const size = parameters.length;
  const nVarying = shift.length / nPoints;
  const byCurve = new Float64Array(size);
  for (let point = 0; point < nPoints; point++) {
    const byMean = pointSlopes(setup, point, sd, byMoments, byCurve, gradient);
    for (let k = 0, v = 0; k < size; k++) {
      const slope = (byCurve[k]! + byMean * mean[point * (size + 1) + 1 + k]!) / nPoints;
      const { mean: index, logSpread } = parameters[k]!;
      gradient[index]! += slope;
      if (logSpread !== null) gradient[logSpread]! += slope * shift[point * nVarying + v++]!;
    }
  }
}

/**
 * Compiles the moments, averaged over given patients.
 *
 * @param z Standard normal departures from the typical patient, point by point.
 */
export function populationMoments(
  summary: CohortSummary,
  reading: UnobservedReading,
  z: Float64Array,
): PopulationMoments {
  const { duration } = summary;
  const { height } = reading;
  const { parameters, residualSd } = reading.layout;
  const size = parameters.length;
  const { ends, marks } = duration ? durationCells(duration) : { ends: [], marks: [0] };
  const spreads = parameters.flatMap(({ logSpread }, k) => (logSpread === null ? [] : [{ k, logSpread }]));
  const nVarying = spreads.length;
  const nPoints = z.length / nVarying;
  const points: PointReadings = {
    nPoints,
    shift: new Float64Array(nPoints * nVarying),
    mean: new Float64Array(nPoints * (size + 1)),
    distance: new Float64Array(nPoints * ends.length),
    slopes: new Float64Array(nPoints * ends.length * size),
  };
  const setup: MomentSetup = {
    parameters,
    residualSd,
    height,
    nEnds: ends.length,
    nCells: marks.length,
    points,
  };
  const readPoint = pointReader(summary, ends, reading, points);
  const natural = new Float64Array(size);
  const sdAt = (theta: ArrayLike<number>): number => Math.exp(theta[residualSd]!) / height;
  return {
    marks,
    at(theta) {
      const scales = spreads.map(({ logSpread }) => Math.exp(theta[logSpread]!));
      const working = parameters.map(({ mean: index }) => theta[index]!);
      for (let k = 0; k < size; k++) natural[k] = toNatural(parameters[k]!.parameter, working[k]!);
      for (let point = 0; point < nPoints; point++) {
        for (let v = 0; v < nVarying; v++) {
          const { k } = spreads[v]!;
          const at = point * nVarying + v;
          points.shift[at] = scales[v]! * z[at]!;
          natural[k] = toNatural(parameters[k]!.parameter, working[k]! + points.shift[at]!);
        }
        readPoint(point, natural, sdAt(theta));
      }
      return momentsOf(setup);
    },
    addSlopes: (theta, byMoments, gradient) => addSlopesOf(setup, sdAt(theta), byMoments, gradient),
  };
}
