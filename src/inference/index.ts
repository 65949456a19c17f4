import { type BootstrapOptions, bootstrap, bootstrapIntervals } from "./bootstrap.ts";

export { type CurveProblem, type CurveProblemOptions, curveProblem } from "./curve-problem.ts";

import { type PosteriorOptions, posterior, posteriorIntervals } from "./posterior/posterior.ts";
import { prior } from "./prior.ts";
import { profile } from "./profile/profile.ts";
import { wald } from "./wald.ts";

export * from "./hamiltonian/index.ts";
export type { Interval, IntervalAnswer, IntervalMethod, IntervalProblem, Target } from "./interval-method.ts";
export { intervalMethods } from "./interval-methods.ts";
export * from "./linear-mixed-model/index.ts";
export * from "./nonlinear-mixed-model/index.ts";
export {
  type BootstrapOptions,
  bootstrap,
  bootstrapIntervals,
  type PosteriorOptions,
  posterior,
  posteriorIntervals,
  prior,
  profile,
  wald,
};
