import { color } from "../theme.ts";
import type { ChartRows } from "../vega-lite-spec.ts";
import type { CaterpillarRow, Limits } from "./caterpillar-rows.ts";

/** What the horizontal axis counts: a share from 0 to 1, or days. */
export type CaterpillarAxis = { kind: "share" } | { kind: "days"; horizon: number };

export const HUES: Readonly<Record<CaterpillarRow["tone"], string>> = {
  patient: color.curve,
  typical: color.ink,
  next: color.relapse,
};
const THICK: Readonly<Record<CaterpillarRow["tone"], number>> = { patient: 3, typical: 4, next: 4 };
const SIZES: Readonly<Record<CaterpillarRow["tone"], number>> = { patient: 56, typical: 56, next: 0 };
/** How far the line of the patient alone stands above the other one, and horizons that an axis shows at most. */
const [APART, MOST_HORIZONS] = [5, 2];

/** Ends of the axis; of days what the limits need, but not more than twice the horizon. */
export function caterpillarDomain(rows: readonly CaterpillarRow[], axis: CaterpillarAxis): [number, number] {
  if (axis.kind === "share") return [0, 1];
  const ends = rows
    .flatMap(({ main, alone }) => [main, alone])
    .flatMap((one) => [one?.upper ?? 0, one?.estimate ?? 0]);
  return [0, Math.min(MOST_HORIZONS * axis.horizon, Math.max(axis.horizon / 2, ...ends))];
}

/** One line, placed. */
interface Placed {
  limits: Limits;
  y: number;
  hue: string;
  thick: number;
  size: number;
}

function placed(rows: readonly CaterpillarRow[], places: readonly number[]): Placed[] {
  return rows.flatMap(({ main, alone, tone }, i): Placed[] => {
    const y = places[i]!;
    const own = main && {
      limits: main,
      y: alone === null ? y : y + APART - 1,
      hue: HUES[tone],
      thick: THICK[tone],
      size: SIZES[tone],
    };
    return [
      ...(alone ? [{ limits: alone, y: y - APART, hue: color.quiet, thick: 1.3, size: 26 }] : []),
      ...(own ? [own] : []),
    ];
  });
}

/** A line cut to the axis; null where none of it is on it. */
function cut({ limits: { lower, upper, isOpen }, ...line }: Placed, [low, high]: [number, number]) {
  const isMissing = lower === null && upper === null && !isOpen;
  if (isMissing || (lower ?? low) > high || (upper ?? high) < low) return null;
  return {
    ...line,
    from: Math.max(low, lower ?? low),
    to: Math.min(high, upper ?? high),
    goesBelow: lower !== null && lower < low,
    goesAbove: upper === null ? isOpen : upper > high,
  };
}

/** Flat rows of lines, of arrows where they go on, and of points. */
export function caterpillarSpans(
  rows: readonly CaterpillarRow[],
  places: readonly number[],
  domain: [number, number],
): { lines: ChartRows; arrows: ChartRows; points: ChartRows } {
  const all = placed(rows, places);
  const cuts = all.flatMap((one) => cut(one, domain) ?? []);
  return {
    lines: cuts.map(({ from, to, y, hue, thick }) => ({ from, to, y, hue, thick })),
    arrows: cuts.flatMap(({ from, to, goesBelow, goesAbove, y, hue }) => [
      ...(goesBelow ? [{ x: from, y, hue, shape: "triangle-left" }] : []),
      ...(goesAbove ? [{ x: to, y, hue, shape: "triangle-right" }] : []),
    ]),
    points: all.flatMap(({ limits: { estimate }, y, hue, size }) =>
      size > 0 && estimate !== null && estimate >= domain[0] && estimate <= domain[1]
        ? [{ x: estimate, y, hue, size }]
        : [],
    ),
  };
}
