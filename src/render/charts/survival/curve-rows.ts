import type { RelapseMass, RelapseResult, SurvivalPoint } from "../../../schema/index.ts";

/** One corner of a curve; `part` tells apart what is not joined. */
export type CurveRow = { time: number; survival: number; part: number };

/** One corner of a band. */
export type BandRow = { time: number; lower: number; upper: number; part: number };

/** A span in which the curve falls somewhere, the data don't tell where. */
export type BoxRow = { from: number; to: number; high: number; low: number; isOpen: boolean };

/** A curve as it is drawn. */
export interface CurveShape {
  line: CurveRow[];
  band: BandRow[];
  boxes: BoxRow[];
  /** Limits at single times, where there is no band between them. */
  whiskers: { time: number; lower: number; upper: number }[];
  /** How the rows are joined. */
  interpolate: "linear" | "monotone";
}

type Limits = Pick<SurvivalPoint, "time" | "lower" | "upper">;
type KnownLimits = { time: number; lower: number; upper: number };

/** The limits of a point; none where one is missing. */
function knownLimits({ time, lower, upper }: Limits): KnownLimits[] {
  return lower === null || upper === null ? [] : [{ time, lower, upper }];
}

/** The corners of a band that keeps its limits until the next time. */
export function steppedBand(points: readonly Limits[]): BandRow[] {
  let part = 0;
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    const [known] = knownLimits(point);
    if (!known || !next) {
      part++;
      return [];
    }
    const { time, lower, upper } = known;
    return [
      { time, lower, upper, part },
      { time: next.time, lower, upper, part },
    ];
  });
}

/** A product-limit curve: level from each time to the next. */
function steps(survival: readonly SurvivalPoint[]): CurveShape {
  const line = survival.flatMap((point, i): CurveRow[] => {
    if (point.survival === null) return [];
    const before = survival[i - 1]?.survival ?? null;
    const row = { time: point.time, survival: point.survival, part: 0 };
    return before === null ? [row] : [{ ...row, survival: before }, row];
  });
  return { line, band: steppedBand(survival), boxes: [], whiskers: [], interpolate: "linear" };
}

function boxRows(masses: readonly RelapseMass[], end: number): BoxRow[] {
  let before = 1;
  return masses.map(({ lower, upper, probability }, j) => {
    const high = before;
    // What is left at the last mass is rounding.
    before = j === masses.length - 1 ? 0 : Math.max(0, before - probability);
    return { from: lower, to: upper ?? end, high, low: before, isOpen: upper === null };
  });
}

/** Turnbull's curve: level between the masses, a box over each mass. */
function levelsAndBoxes(
  masses: readonly RelapseMass[],
  survival: readonly SurvivalPoint[],
  end: number,
): CurveShape {
  const boxes = boxRows(masses, end);
  const line = boxes.flatMap(({ from, to, high, low }, part): CurveRow[] => {
    const since = boxes[part - 1]?.to ?? 0;
    const level = [
      { time: since, survival: high, part },
      { time: from, survival: high, part },
    ];
    // A time that is known exactly is a step.
    return from === to ? [...level, { time: to, survival: low, part }] : level;
  });
  return {
    line,
    band: [],
    boxes: boxes.filter(({ from, to }) => from < to),
    whiskers: survival.filter(({ time }) => time > 0).flatMap(knownLimits),
    interpolate: "linear",
  };
}

/** A fitted curve, given on a grid of times. */
function smooth(survival: readonly SurvivalPoint[]): CurveShape {
  return {
    line: survival.flatMap(({ time, survival: value }) =>
      value === null ? [] : [{ time, survival: value, part: 0 }],
    ),
    band: survival.flatMap(knownLimits).map((limits) => ({ ...limits, part: 0 })),
    boxes: [],
    whiskers: [],
    interpolate: "monotone",
  };
}

/**
 * A curve of staying well as it is drawn: boxes where it has masses, steps where it has numbers at risk, else smooth.
 *
 * @param end Last time drawn, to which an open mass reaches.
 */
export function curveShape({ masses, riskTable, survival }: RelapseResult, end: number): CurveShape {
  if (masses.length > 0) return levelsAndBoxes(masses, survival, end);
  return riskTable.length > 0 ? steps(survival) : smooth(survival);
}
