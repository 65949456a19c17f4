import type { CountModel } from "../count-model.ts";
import { betaBinomial } from "./beta-binomial.ts";
import { conditionalLogit } from "./conditional-logit.ts";
import { logitNormal } from "./logit-normal.ts";
import { poissonNormal } from "./poisson-normal.ts";
import { unconditionalLogit } from "./unconditional-logit.ts";

export { betaBinomial, conditionalLogit, logitNormal, poissonNormal, unconditionalLogit };

/** Every model of counts with an exact likelihood. */
export const countModels: readonly CountModel[] = [
  logitNormal,
  betaBinomial,
  conditionalLogit,
  unconditionalLogit,
  poissonNormal,
];
