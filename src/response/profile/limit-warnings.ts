import type { ParameterProfile } from "../../schema/profile-likelihood.ts";
import type { Warning } from "../../schema/provenance.ts";

/** Share of the drop that may be missing at a limit. */
const MISSING = 0.05;
/** How near a point lies that is the limit itself, as a share of it. */
const SAME = 1e-6;

/** Whether a profile is still well above the level at one of its limits. */
function endsEarly({ estimate, points }: ParameterProfile, drop: number): boolean {
  return [estimate.lower, estimate.upper].some((limit) => {
    if (limit === null) return false;
    const at = points.find(({ value }) => Math.abs(value - limit) <= SAME * Math.max(1e-3, Math.abs(limit)));
    return at !== undefined && at.drop < (1 - MISSING) * drop;
  });
}

/** Whether a profile falls past the level on a side where no limit was found. */
function jumpsPast(
  { estimate: { estimate, lower, upper }, points }: ParameterProfile,
  drop: number,
): boolean {
  if (estimate === null) return false;
  const past = points.filter((point) => point.drop > drop);
  return past.some(({ value }) => (value < estimate ? lower : upper) === null);
}

const nameOf = ({ estimate: { label, course } }: ParameterProfile): string =>
  course === undefined ? label : `${label}, course ${course}`;

/**
 * Profiles that have not fallen to the level at a limit, where another curve fits about as well, and those that fall past it
 * where there is no limit.
 */
export function limitWarnings(profiles: readonly ParameterProfile[], drop: number): Warning[] {
  const early = profiles
    .filter((profile) => endsEarly(profile, drop))
    .map((profile) => ({
      code: "limit-inside-profile",
      message: `${nameOf(profile)}: at a limit the profile has not fallen as far as it should, for another curve fits about as well there. The limit may lie further out.`,
    }));
  const missed = profiles
    .filter((profile) => jumpsPast(profile, drop))
    .map((profile) => ({
      code: "limit-not-found",
      message: `${nameOf(profile)}: on a side without a limit the profile falls past the level after all, in a jump. The limit lies there.`,
    }));
  return [...early, ...missed];
}
