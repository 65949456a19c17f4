import type { AsymmetryMethod } from "./asymmetry-method.ts";
import { begg } from "./begg.ts";
import { eggerRandomEffects } from "./egger-random-effects.ts";
import { eggerWeighted } from "./egger-weighted.ts";

/** Every test of a funnel's asymmetry. */
export const asymmetryTests: readonly AsymmetryMethod[] = [eggerRandomEffects, eggerWeighted, begg];

export type { AsymmetryMethod, FoundAsymmetry } from "./asymmetry-method.ts";
export { begg, eggerRandomEffects, eggerWeighted };
