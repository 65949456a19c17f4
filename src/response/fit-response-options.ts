import type { IntervalMethod } from "../inference/interval-method.ts";
import { posterior } from "../inference/posterior/posterior.ts";
import type { Patient } from "../schema/patient.ts";
import type { Json } from "../schema/provenance.ts";
import { type CurveOptions, type CurveSettings, curveSettings } from "./curve-settings.ts";
import type { ScoreErrors } from "./likelihood/score-errors.ts";
import type { PriorSet } from "./priors.ts";

/** Options of `fitResponse`. */
export interface FitResponseOptions extends CurveOptions {
  /** Interval method; default `posterior`, or where a prior is flat that of the set of priors or of the errors: `profile`. */
  interval?: IntervalMethod;
}

/** The options after defaults. */
export interface ResponseSettings extends CurveSettings {
  interval: IntervalMethod;
}

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function withDefaults(options: FitResponseOptions, patient: Patient): ResponseSettings {
  const settings = curveSettings(options, patient);
  const { priors, errors } = settings;
  const proper = isProper(priors, errors);
  const whereFlat = proper ? undefined : (priors.interval ?? errors.interval);
  const interval = options.interval ?? whereFlat ?? posterior;
  if (interval.needsProperPriors && !proper) {
    throw new RangeError(
      `The interval method "${interval.name}" needs proper priors on every parameter, got the set "${priors.name}" with ${errors.name} errors`,
    );
  }
  return { ...settings, interval };
}

/** Whether every parameter has a proper prior, so that there is a posterior to draw from. */
function isProper({ baseline, parameters }: PriorSet, { priorOnSd }: ScoreErrors): boolean {
  return priorOnSd && baseline.sd !== null && Object.values(parameters).every(({ sd }) => sd !== null);
}

/** The options by name, from which anyone can compute the result again. */
export function optionsAsJson(settings: ResponseSettings): { [name: string]: Json } {
  const {
    model,
    interval,
    priors,
    errors,
    improvement,
    level,
    relapseAt,
    horizon,
    baselines,
    doseOn,
    serialCorrelation,
    averageDays,
    seed,
  } = settings;
  return {
    model: model.name,
    interval: interval.name,
    level,
    priors: priors.name,
    errors: errors.name,
    improvement,
    relapseAt: { ...relapseAt },
    horizon,
    baselines,
    doseOn,
    serialCorrelation,
    averageDays,
    seed,
  };
}
