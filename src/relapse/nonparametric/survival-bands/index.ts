import { equalPrecision } from "./equal-precision.ts";
import { hallWellner } from "./hall-wellner.ts";
import type { SurvivalBandMethod } from "./survival-band.ts";

/** Every simultaneous band about a survival curve. */
export const survivalBands: readonly SurvivalBandMethod[] = [equalPrecision, hallWellner];

export type { SurvivalBandMethod } from "./survival-band.ts";
export { equalPrecision, hallWellner };
