import type { IntervalMethod } from "./interval-method.ts";
import { profile } from "./profile.ts";
import { wald } from "./wald.ts";

/** Every interval method; the first is what `auto` means. */
export const intervalMethods: readonly IntervalMethod[] = [profile, wald];

export type { Interval, IntervalAnswer, IntervalMethod, IntervalProblem, Target } from "./interval-method.ts";
export { profile, wald };
