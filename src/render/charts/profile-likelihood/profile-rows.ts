import type { ParameterProfile, ProfilePoint } from "../../../schema/index.ts";

/** How far below the level a profile is drawn, as a share of the drop. */
export const DEEPEST = 1.6;

type Link = ParameterProfile["link"];

/** To and from the scale of a link, on which a profile is nearly a parabola. */
const SCALES: Readonly<
  Record<Link, readonly [to: (value: number) => number, from: (value: number) => number]>
> = {
  identity: [(value) => value, (value) => value],
  log: [Math.log, Math.exp],
  logit: [(value) => Math.log(value / (1 - value)), (value) => 1 / (1 + Math.exp(-value))],
};

/** A value a share of the way between two others, on the scale of a link where both have a place there. */
function between(link: Link, from: number, to: number, share: number): number {
  const [there, back] = SCALES[link];
  const [start, end] = [there(from), there(to)];
  if (!Number.isFinite(start) || !Number.isFinite(end)) return from + share * (to - from);
  return back(start + share * (end - start));
}

/** The points of a profile down to the lowest drop drawn, its ends put where it reaches that. */
export function drawnPoints({ points, link }: ParameterProfile, drop: number): ProfilePoint[] {
  const deepest = DEEPEST * drop;
  return points.flatMap((point, i) => {
    if (point.drop <= deepest) return [point];
    const inner = [points[i - 1], points[i + 1]].find((beside) => beside && beside.drop <= deepest);
    if (!inner) return [];
    const share = (deepest - inner.drop) / (point.drop - inner.drop);
    return [{ value: between(link, inner.value, point.value, share), drop: deepest }];
  });
}

/** A side of a profile, from its best value. */
export type Side = "left" | "right";

/** The sides of a profile that have no limit. */
export interface UnlimitedSides {
  /** Those on which it stays above the level. */
  open: Side[];
  /** Those on which it falls past the level after all, in a jump. */
  jumps: Side[];
}

/** Tells the sides without a limit apart by what the profile does there. */
export function unlimitedSides(
  { estimate: { estimate, lower, upper }, points }: ParameterProfile,
  drop: number,
): UnlimitedSides {
  const sides: UnlimitedSides = { open: [], jumps: [] };
  if (estimate === null) return sides;
  const past = points.filter((point) => point.drop > drop);
  const place = (side: Side, fallsPast: boolean): unknown => sides[fallsPast ? "jumps" : "open"].push(side);
  if (lower === null)
    place(
      "left",
      past.some(({ value }) => value < estimate),
    );
  if (upper === null)
    place(
      "right",
      past.some(({ value }) => value > estimate),
    );
  return sides;
}
