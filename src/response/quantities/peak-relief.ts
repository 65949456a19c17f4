import { findRoot } from "../../math/optimize/find-root.ts";
import type { ResponseModel } from "../response-model.ts";
import type { ReliefGradient } from "./relief-gradient.ts";

/** The best relief of one course alone, and its day. */
export interface Peak {
  day: number;
  relief: number;
}

/** No curve is followed for longer. */
export const LAST_DAY = 20_000;
const FIRST_DAY = 0.05;
const GRID_RATIO = 1.7;
const GRID_STEP = Math.log(GRID_RATIO);

/** A secant search of the peak begins with a step of at least this share of the day: the slope bends less on a level top. */
const FIRST_STEP = 0.01;
/** It ends with a step below this share of the day after one that was small already, or after so many steps. */
const SMALL_STEP = 1e-7;
const SMALL_ALREADY = 1e-4;
const MOST_STEPS = 12;

/**
 * The peak of the relief of one course alone: the root of its slope beside the highest point of a geometric grid.
 *
 * @param p Natural parameters of the course.
 * @returns null where relief is nowhere positive or has not peaked within 20,000 days.
 */
export function peakRelief(
  model: ResponseModel,
  gradient: ReliefGradient,
  p: ArrayLike<number>,
): Peak | null {
  const best = highestOfGrid(model, p);
  if (best.relief === 0) return null;
  const out = new Float64Array(model.parameters.length + 1);
  const slope = (t: number): number => {
    gradient(t, p, out);
    return out[model.parameters.length]!;
  };
  const quick = secantPeak(model, p, best, slope);
  if (quick && quick.relief >= best.relief) return quick;
  const day = bracketedPeak(best.day, slope);
  return day === null ? null : { day, relief: model.relief(day, p) };
}

function highestOfGrid(model: ResponseModel, p: ArrayLike<number>): Peak {
  const best = { day: 0, relief: 0 };
  for (let t = FIRST_DAY; t < LAST_DAY; t *= GRID_RATIO) {
    const r = model.relief(t, p);
    if (r > best.relief) {
      best.relief = r;
      best.day = t;
    } else if (r < 0.5 * best.relief) break;
  }
  return best;
}

/**
 * The root of the slope by secants in ln t, from the top of the parabola through three points of the grid: a third of the
 * steps of a search that keeps a bracket.
 *
 * @returns null where it does not settle between the neighbours of the highest point, as on a level plateau; lower than
 * that point where it is lost beyond a cliff.
 */
function secantPeak(
  model: ResponseModel,
  p: ArrayLike<number>,
  { day, relief }: Peak,
  slope: (t: number) => number,
): Peak | null {
  const before = model.relief(day / GRID_RATIO, p);
  const after = model.relief(day * GRID_RATIO, p);
  const bend = before - 2 * relief + after;
  if (!(bend < 0 && before > 0)) return null;
  let last = GRID_STEP * 0.5 * ((before - after) / bend);
  let lastSlope = day * Math.exp(last) * slope(day * Math.exp(last));
  const firstStep = (-lastSlope * GRID_STEP ** 2) / bend;
  let x = last + Math.sign(firstStep) * Math.max(Math.abs(firstStep), FIRST_STEP);
  let lastMove = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!(Math.abs(x) <= GRID_STEP)) return null;
    const t = day * Math.exp(x);
    const move = Math.abs(x - last);
    // One small step alone may come from a slope so steep beyond a cliff that the secant stands still.
    if (move <= SMALL_STEP && lastMove <= SMALL_ALREADY) return { day: t, relief: model.relief(t, p) };
    const here = t * slope(t);
    const next = x - (here * (x - last)) / (here - lastSlope);
    last = x;
    lastSlope = here;
    lastMove = move;
    x = next;
  }
  return null;
}

/** The root of the slope between a day on which relief rises and one on which it falls. */
function bracketedPeak(bestDay: number, slope: (t: number) => number): number | null {
  // The slope can be 0 to rounding beside the best day, on a long plateau or after a very fast onset.
  let rising = bestDay / GRID_RATIO;
  while (rising > 1e-300 && !(slope(rising) > 0)) rising /= 10;
  let falling = bestDay * GRID_RATIO;
  while (falling < LAST_DAY && !(slope(falling) < 0)) falling *= GRID_RATIO;
  return findRoot(slope, rising, falling);
}
