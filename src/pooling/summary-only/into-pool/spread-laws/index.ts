import { halfNormalSpread } from "./half-normal-spread.ts";
import { logUniformSpread } from "./log-uniform-spread.ts";
import { spreadBetween } from "./spread-between.ts";
import type { SpreadLawFamily } from "./spread-law.ts";
import { uniformSpread } from "./uniform-spread.ts";

/** Every kind of distribution over a standard deviation that is not reported, the default first. */
export const spreadLaws: readonly SpreadLawFamily[] = [
  { name: "uniform", label: "Uniform on the feasible set", parameters: [], create: () => uniformSpread },
  {
    name: "log-uniform",
    label: "Log-uniform on the feasible set",
    parameters: [],
    create: () => logUniformSpread,
  },
  {
    name: "between",
    label: "Uniform on a range of one's own",
    parameters: ["lower", "upper"],
    create: (lower = Number.NaN, upper = Number.NaN) => spreadBetween(lower, upper),
  },
  {
    name: "half-normal",
    label: "Half-normal, cut to the feasible set",
    parameters: ["scale"],
    create: (scale = Number.NaN) => halfNormalSpread(scale),
  },
];

export type { SpreadLaw, SpreadLawFamily, SpreadRange } from "./spread-law.ts";
export { halfNormalSpread, logUniformSpread, spreadBetween, uniformSpread };
