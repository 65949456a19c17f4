import type { ParameterProfile, ProfileLikelihoodResult, ProfilePoint } from "../../../schema/index.ts";
import { textWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import type { ProfileGrid, ProfilePlot } from "./profile-grid.ts";
import { quantityWords } from "./profile-names.ts";
import { drawnPoints, type UnlimitedSides, unlimitedSides } from "./profile-rows.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

/** A profile with its place in the picture. */
export interface DrawnProfile extends UnlimitedSides {
  profile: ParameterProfile;
  plot: ProfilePlot;
  points: readonly ProfilePoint[];
  limits: readonly number[];
  best: number;
  words: string;
  scale: ValueScale;
  /** Pixels from the left of the picture. */
  x(value: number): number;
}

/** A profile, or what is said in its place. */
export type PlacedProfile = DrawnProfile | { profile: ParameterProfile; plot: ProfilePlot; missing: string };

/** Says what a plot holds: its profile, its limits and its best value, which the scale covers all. */
export function placedProfiles(
  { profiles, drop, nCourses }: ProfileLikelihoodResult,
  { plots, plot: { width } }: ProfileGrid,
): PlacedProfile[] {
  return profiles.map((profile, i) => {
    const plot = plots[i]!;
    const { estimate, lower, upper } = profile.estimate;
    if (estimate === null) return { profile, plot, missing: "does not exist at the best fit" };
    const points = drawnPoints(profile, drop);
    if (points.length < 2) return { profile, plot, missing: "no profile found beside the best fit" };
    const limits = [lower, upper].filter((limit) => limit !== null);
    const scale = valueScale([...points.map(({ value }) => value), ...limits, estimate], profile, width);
    const x = (value: number): number => plot.left + scale.x(value);
    const sides = unlimitedSides(profile, drop);
    const words = quantityWords(profile, nCourses);
    return { profile, plot, points, ...sides, limits, best: estimate, words, scale, x };
  });
}

/** Those of which there is something to draw. */
export function drawnProfiles(placed: readonly PlacedProfile[]): DrawnProfile[] {
  return placed.filter((one) => "scale" in one);
}

/** The middle of the part of a profile above the level, from the left of the picture; text there stays within its plot. */
export function middleAbove(
  { points, plot, best, x }: DrawnProfile,
  drop: number,
  width: number,
  text: string,
): number {
  const above = points.filter((point) => point.drop <= drop).map(({ value }) => x(value));
  const middle = 0.5 * ((above[0] ?? x(best)) + (above.at(-1) ?? x(best)));
  const half = 0.5 * textWidth(text, fontSize.small) + 4;
  return Math.min(plot.left + width - half, Math.max(plot.left + half, middle));
}
