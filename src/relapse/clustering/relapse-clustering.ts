import type { IntervalMethod } from "../../inference/interval-method.ts";
import type { LogLikelihood, RelapseSample } from "../likelihood/relapse-likelihood.ts";

/** A way to allow for several courses of one patient; a value that is passed in. */
export interface RelapseClustering {
  name: string;
  label: string;
  reference: string;
  /** Whether patients have a frailty, whose variance is one parameter more. */
  hasFrailty: boolean;
  /** Whether it corrects maximum likelihood, so that priors are flat unless others are asked for. */
  needsLikelihood: boolean;
  likelihood(sample: RelapseSample): LogLikelihood;
  /** The interval method that it brings; null where any will do. */
  intervals(sample: RelapseSample): IntervalMethod | null;
}
