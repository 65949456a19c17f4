/** Ends of an interval on the coordinate of a shift; null where it has none on that side. */
export interface ShiftLimits {
  lower: number | null;
  upper: number | null;
}

/** Which tails are cut, and how much of each. */
export interface ShiftTails {
  /** Share cut off below; 0 where the interval has no lower end. */
  lower: number;
  upper: number;
}

/** Assignments whose share of the effect is within this of the actual one's place the treatments alike. */
const ALIKE = 1e-12;

/** How many assignments may reach the actual one without a tail's p-value exceeding its share. */
function permitted(size: number, tail: number): number {
  return Math.floor(size * tail * (1 + 1e-12) + 1e-9);
}

/**
 * Inverts the test of a linear statistic exactly.
 *
 * With the effect x removed, an assignment's statistic is T − x·D, where D is the statistic of the indicator of the actual
 * treatment; it reaches the actual one's for x at or above (T₀ − T)/(1 − D). The limits are order statistics of these
 * breakpoints.
 *
 * @param observed The statistic of the actual assignment.
 * @param values The statistic of every assignment of the reference set.
 * @param shares D of every assignment, at most 1.
 * @see Edgington & Onghena (2007), Randomization Tests, 4th ed., section 3.9; Garthwaite (1996), Biometrics 52:1387–1393.
 */
export function linearShiftLimits(
  observed: number,
  values: Float64Array,
  shares: Float64Array,
  tails: ShiftTails,
): ShiftLimits {
  const breakpoints = new Float64Array(values.length);
  let n = 0;
  let alwaysAbove = 0;
  let alwaysBelow = 0;
  const rounding = 1e-9 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let a = 0; a < values.length; a++) {
    const rest = 1 - shares[a]!;
    const gap = observed - values[a]!;
    if (rest > ALIKE) breakpoints[n++] = gap / rest;
    else {
      if (gap <= rounding) alwaysAbove++;
      if (gap >= -rounding) alwaysBelow++;
    }
  }
  const sorted = breakpoints.subarray(0, n).sort();
  const fromBelow = permitted(values.length, tails.lower) - alwaysAbove;
  const fromAbove = permitted(values.length, tails.upper) - alwaysBelow;
  return {
    lower: fromBelow >= 0 && fromBelow < n ? sorted[fromBelow]! : null,
    upper: fromAbove >= 0 && fromAbove < n ? sorted[n - 1 - fromAbove]! : null,
  };
}

/** Steps of a search: doublings to bracket, halvings to close in. */
const DOUBLINGS = 40;
const HALVINGS = 60;

/** The place between two where a claim that holds at `no` no more, but at `yes`, changes. */
function turningPoint(claim: (x: number) => boolean, no: number, yes: number): number {
  let [outside, inside] = [no, yes];
  for (let i = 0; i < HALVINGS && Math.abs(inside - outside) > 1e-12 * Math.abs(inside); i++) {
    const middle = 0.5 * (outside + inside);
    if (claim(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Goes out from `from` until the claim fails, then closes in; null where it fails nowhere. */
function edge(claim: (x: number) => boolean, from: number, step: number): number | null {
  let inside = from;
  for (let i = 0, reach = step; i < DOUBLINGS; i++, reach *= 2) {
    const next = from + reach;
    if (!claim(next)) return turningPoint(claim, next, inside);
    inside = next;
  }
  return null;
}

/**
 * Inverts the test of any statistic by a bracketed search on each side.
 *
 * @param counts How many of the reference set reach the actual assignment's statistic from above and from below, with the
 * effect x removed.
 * @param size Number of assignments in the reference set.
 * @param from A coordinate inside the interval.
 * @param step A first step outwards, > 0.
 */
export function searchedShiftLimits(
  counts: (x: number) => { above: number; below: number },
  size: number,
  from: number,
  step: number,
  tails: ShiftTails,
): ShiftLimits {
  const [few, fewUpper] = [permitted(size, tails.lower), permitted(size, tails.upper)];
  return {
    lower: few < 1 ? null : edge((x) => counts(x).above > few, from, -step),
    upper: fewUpper < 1 ? null : edge((x) => counts(x).below > fewUpper, from, step),
  };
}

/**
 * The effect that, once removed, leaves a statistic at its null value: the middle of all that do.
 *
 * @param statistic The actual assignment's statistic less its null value, with the effect x removed; falls with x.
 * @returns null where it has no zero.
 */
export function shiftEstimate(statistic: (x: number) => number, step: number): number | null {
  const start = statistic(0);
  if (Number.isNaN(start)) return null;
  const outward = (claim: (x: number) => boolean, way: number): number | null => edge(claim, 0, way * step);
  if (start > 0) {
    const first = outward((x) => statistic(x) > 0, 1);
    const last = outward((x) => statistic(x) >= 0, 1);
    return first === null || last === null ? null : 0.5 * (first + last);
  }
  if (start < 0) {
    const first = outward((x) => statistic(x) < 0, -1);
    const last = outward((x) => statistic(x) <= 0, -1);
    return first === null || last === null ? null : 0.5 * (first + last);
  }
  const above = outward((x) => statistic(x) >= 0, 1);
  const below = outward((x) => statistic(x) <= 0, -1);
  return above === null || below === null ? null : 0.5 * (above + below);
}
