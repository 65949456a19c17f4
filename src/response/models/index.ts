import type { ResponseModel } from "../response-model.ts";
import { bateman } from "./bateman.ts";
import { logLogistic } from "./log-logistic.ts";
import { noEffect } from "./no-effect.ts";
import { plateau } from "./plateau.ts";
import { residualRelief } from "./residual-relief.ts";
import { turnoverI } from "./turnover-i.ts";
import { turnoverIV } from "./turnover-iv.ts";

/** Every response model, the default first. */
export const responseModels: readonly ResponseModel[] = [
  plateau,
  noEffect,
  logLogistic,
  residualRelief,
  bateman,
  turnoverI,
  turnoverIV,
];

export { bateman, logLogistic, noEffect, plateau, residualRelief, turnoverI, turnoverIV };
