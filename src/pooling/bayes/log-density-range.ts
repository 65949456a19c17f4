import { minimizeBrent } from "../../math/optimize/minimize-brent.ts";

/** Where a density given by its logarithm lives on the line. */
export interface DensityRange {
  peak: number;
  logPeak: number;
  /** Distance from the peak over which it falls to less than a thousandth, or 1 where that is farther. */
  width: number;
  from: number;
  to: number;
  /** Between these points lies whatever shape it has; beyond them it only falls. */
  core: readonly [number, number];
}

/** ln of what is negligible beside the peak. */
const NEGLIGIBLE = -38;
/** Beyond e^±345 squares of τ leave the range of doubles. */
const FARTHEST = 345;
const SCAN_STEP = 0.5;

/**
 * Finds the highest peak between two points, and the range outside which the density is negligible.
 *
 * @param logDensity −Infinity where there is none.
 * @param scan Between these points lie all peaks but one that rises at an end.
 * @param growth What is integrated grows by e^(growth·x) at most against the density itself.
 */
export function densityRange(
  logDensity: (x: number) => number,
  scan: readonly [number, number],
  growth: number,
): DensityRange {
  const { points, values } = scanned(logDensity, scan);
  const best = values.indexOf(Math.max(...values));
  const found = minimizeBrent((x) => -logDensity(x), points[best]! - SCAN_STEP, points[best]! + SCAN_STEP);
  const [peak, logPeak] =
    -found.value >= values[best]! ? [found.x, -found.value] : [points[best]!, values[best]!];
  const matters = (x: number): boolean =>
    logDensity(x) - logPeak + growth * Math.max(0, x - peak) > NEGLIGIBLE;
  const important = points.filter(matters);
  return {
    peak,
    logPeak,
    width: widthOf(logDensity, peak, logPeak),
    from: endOf(matters, Math.min(peak, ...important), -1),
    to: endOf(matters, Math.max(peak, ...important), 1),
    core: [points[0]!, points.at(-1)!],
  };
}

/** Values at even steps between two points, and farther on while the density still rises at an end. */
function scanned(
  logDensity: (x: number) => number,
  [from, to]: readonly [number, number],
): { points: number[]; values: number[] } {
  const n = Math.ceil((to - from) / SCAN_STEP) + 1;
  const points = Array.from({ length: n }, (_, i) => from + i * SCAN_STEP);
  const values = points.map(logDensity);
  while (values.at(-1)! > values.at(-2)! && points.at(-1)! < FARTHEST) {
    points.push(points.at(-1)! + SCAN_STEP);
    values.push(logDensity(points.at(-1)!));
  }
  while (values[0]! > values[1]! && points[0]! > -FARTHEST) {
    points.unshift(points[0]! - SCAN_STEP);
    values.unshift(logDensity(points[0]!));
  }
  return { points, values };
}

function widthOf(logDensity: (x: number) => number, peak: number, logPeak: number): number {
  let width = 1;
  while (width > 1e-6 && Math.max(logDensity(peak - width), logDensity(peak + width)) < logPeak - 7)
    width /= 2;
  return width;
}

/** The first point outwards, in growing steps, where nothing matters any more. */
function endOf(matters: (x: number) => boolean, start: number, sign: -1 | 1): number {
  let x = start;
  for (let step = 0.5; Math.abs(x) < FARTHEST; step *= 1.3) {
    x += sign * step;
    if (!matters(x)) break;
  }
  return Math.max(-FARTHEST, Math.min(FARTHEST, x));
}
