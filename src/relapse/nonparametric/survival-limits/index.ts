import { arcsine } from "./arcsine.ts";
import { log } from "./log.ts";
import { logLog } from "./log-log.ts";
import { logit } from "./logit.ts";
import { plain } from "./plain.ts";
import type { SurvivalLimits } from "./survival-limits.ts";

/** Every scale for limits of a survival probability; the first is the default. */
export const survivalLimits: readonly SurvivalLimits[] = [logLog, log, logit, arcsine, plain];

export type { ProbabilityLimits, SurvivalLimits } from "./survival-limits.ts";
export { arcsine, log, logit, logLog, plain };
