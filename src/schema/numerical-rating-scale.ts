import type { Scale } from "./scale.ts";

/** The numerical rating scale: 0 to 10 in steps of 1. */
export const numericalRatingScale: Scale = { minimum: 0, maximum: 10, step: 1 };
