import { exponential } from "./exponential.ts";
import { gamma } from "./gamma.ts";
import { logLogistic } from "./log-logistic.ts";
import { logNormal } from "./log-normal.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { weibull } from "./weibull.ts";

/** Every law of the time to relapse, the default first. */
export const relapseModels: readonly RelapseModel[] = [weibull, logNormal, logLogistic, gamma, exponential];

export { exponential, gamma, logLogistic, logNormal, weibull };
