import type { IntervalMethod } from "../inference/interval-method.ts";
import { profile } from "../inference/profile.ts";
import type { Patient } from "../schema/patient.ts";
import type { Json } from "../schema/provenance.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import type { Scale } from "../schema/scale.ts";
import { plateau } from "./models/plateau.ts";
import { defaultPriors, type PriorSet } from "./priors.ts";
import type { ResponseModel } from "./response-model.ts";
import { roundedNormal, type ScoreErrors } from "./score-errors.ts";

/** Options of `fitResponse`. */
export interface FitResponseOptions {
  /** Relief curve; default `plateau`. */
  model?: ResponseModel;
  /** Interval method; default `profile`. */
  interval?: IntervalMethod;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Set of priors; default `defaultPriors`. */
  priors?: PriorSet;
  /** How scores scatter; default `roundedNormal`. */
  errors?: ScoreErrors;
  /** What counts as a relapse; default relief below 30 % of the baseline. */
  relapseAt?: RelapseRule;
  /** Days over which relief-days are counted; default 180. */
  horizon?: number;
  /** Average over the bounds of days even where a day is given; default false, then it is a sensitivity analysis. */
  averageDays?: boolean;
  /** Seed of interval methods that draw random numbers; default 1. */
  seed?: number;
}

/** The options after defaults. */
export type ResponseSettings = Required<FitResponseOptions>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function withDefaults(options: FitResponseOptions, patient: Patient): ResponseSettings {
  const settings: ResponseSettings = {
    model: plateau,
    interval: profile,
    level: 0.95,
    priors: defaultPriors,
    errors: roundedNormal,
    relapseAt: { relief: 0.3 },
    horizon: 180,
    averageDays: false,
    seed: 1,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  checkSettings(settings, patient.scale);
  return settings;
}

function checkSettings({ level, horizon, relapseAt, priors }: ResponseSettings, scale: Scale): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!(horizon > 0 && horizon < 1e5))
    throw new RangeError(`horizon must be a positive number of days, got ${horizon}`);
  if (!(priors.residualSd.sd > 0 && priors.residualSd.sd < Infinity)) {
    throw new RangeError(
      `The set of priors "${priors.name}" needs a proper prior on residualSd, got sd ${priors.residualSd.sd}`,
    );
  }
  const inside =
    "relief" in relapseAt
      ? relapseAt.relief > 0 && relapseAt.relief < 1
      : relapseAt.score > scale.minimum && relapseAt.score <= scale.maximum;
  if (!inside)
    throw new RangeError(
      `relapseAt must be a relief in (0, 1) or a score on the scale, got ${JSON.stringify(relapseAt)}`,
    );
}

/** The options by name, from which anyone can compute the result again. */
export function optionsAsJson(settings: ResponseSettings): { [name: string]: Json } {
  const { model, interval, priors, errors, level, relapseAt, horizon, averageDays, seed } = settings;
  return {
    model: model.name,
    interval: interval.name,
    level,
    priors: priors.name,
    errors: errors.name,
    relapseAt: { ...relapseAt },
    horizon,
    averageDays,
    seed,
  };
}
