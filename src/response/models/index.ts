import type { ResponseModel } from "../response-model.ts";
import { noEffect } from "./no-effect.ts";
import { plateau } from "./plateau.ts";

/** Every response model, the default first. */
export const responseModels: readonly ResponseModel[] = [plateau, noEffect];

export { noEffect, plateau };
