import type { ParameterProfile, ProfilePoint } from "../../../schema/index.ts";
import type { ChartRows } from "../vega-lite-spec.ts";

/** How far below the level a profile is drawn, as a share of the drop. */
export const DEEPEST = 1.6;

/** The points of a profile down to the lowest drop drawn, its ends put where it reaches that. */
export function drawnPoints({ points }: ParameterProfile, drop: number): ProfilePoint[] {
  const deepest = DEEPEST * drop;
  return points.flatMap((point, i) => {
    if (point.drop <= deepest) return [point];
    const inner = [points[i - 1], points[i + 1]].find((beside) => beside && beside.drop <= deepest);
    if (!inner) return [];
    const share = (deepest - inner.drop) / (point.drop - inner.drop);
    return [{ value: inner.value + share * (point.value - inner.value), drop: deepest }];
  });
}

/** First and last value drawn: those of the profile, with a little room. */
export function valueDomain(points: readonly ProfilePoint[], isLog: boolean): [number, number] {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (isLog) {
    const room = (high / low) ** 0.04;
    return [low / room, high * room];
  }
  const room = 0.04 * (high - low || 1);
  return [low - room, high + room];
}

/** The limits, and arrows at the edge of the panel on a side that has none and on which the profile stays above the level. */
export function limitRows(
  { estimate: { estimate, lower, upper }, points }: ParameterProfile,
  [low, high]: readonly [number, number],
  drop: number,
): { limits: ChartRows; arrows: ChartRows } {
  const limits = [lower, upper].filter((limit) => limit !== null);
  const open = [
    { end: lower, value: low, side: "left", isBeyond: (value: number) => value < estimate! },
    { end: upper, value: high, side: "right", isBeyond: (value: number) => value > estimate! },
  ].filter(
    ({ end, isBeyond }) =>
      end === null && !points.some((point) => point.drop > drop && isBeyond(point.value)),
  );
  return {
    limits: limits.map((value) => ({ value, from: -drop, to: -DEEPEST * drop })),
    arrows: open.map(({ value, side }) => ({ value, fall: -drop, shape: `triangle-${side}` })),
  };
}
