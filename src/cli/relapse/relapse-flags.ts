import type { RelapseRule } from "../../schema/response-result.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { CommonOptions } from "../options.ts";

/** Options of time to relapse as they stand on the command line. */
export interface RelapseFlags extends CommonOptions {
  model: string;
  interval: string;
  priors?: string;
  cluster?: string;
  covariate?: string[];
  at?: { [name: string]: number };
  trend?: boolean;
  time?: number[];
  quantile?: number[];
  restrictedTo?: number;
  band?: string[];
  group?: string;
  unit: string;
  from: "scores" | "curve";
  relapseAt: RelapseRule;
  confirm: number;
  improvement?: Improvement;
  scale?: string;
  step?: number;
  n?: number;
  minimum?: number;
  maximum?: number;
  chart: string;
  level: number;
  seed: number;
}
