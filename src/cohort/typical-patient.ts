import type { Target } from "../inference/interval-method.ts";
import { type CourseReader, type CourseReading, courseReaders } from "../response/quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "../response/quantities/derived-quantities.ts";
import { reliefGradient } from "../response/quantities/relief-gradient.ts";
import { toNatural, type WorkingParameters } from "../response/working-parameters.ts";
import type { CohortSettings } from "./fit-cohort-options.ts";
import type { PopulationLayout } from "./population-layout.ts";

/** A patient with the population's typical values and a given baseline, after one course. */
export interface TypicalPatient {
  layout: PopulationLayout;
  settings: CohortSettings;
  /** Working parameters of the population, then the baseline. */
  reading: CourseReading;
  read: CourseReader;
  baseline: number;
}

/** The population's working parameters with the baseline behind them. */
export function withBaseline({ layout, baseline }: TypicalPatient, theta: ArrayLike<number>): Float64Array {
  const all = new Float64Array(layout.names.length + 1);
  for (let k = 0; k < layout.names.length; k++) all[k] = theta[k]!;
  all[layout.names.length] = baseline;
  return all;
}

export function typicalPatient(
  layout: PopulationLayout,
  settings: CohortSettings,
  floor: number,
  baseline: number,
): TypicalPatient {
  const { model, relapseAt, horizon } = settings;
  const index = layout.names.length;
  const parameters: WorkingParameters = {
    names: [...layout.names, "baseline"],
    residualSd: layout.residualSd,
    baseline: index,
    baselines: [index],
    courses: [layout.parameters.map(({ mean }) => mean)],
    means: layout.parameters.map(() => null),
    reported: [0],
    doseEffect: null,
    prior: layout.prior,
  };
  const reading: CourseReading = { model, parameters, floor, relapseAt, horizon };
  return { layout, settings, reading, read: courseReaders(reading)[0]!, baseline };
}

/** Everything that is reported of the typical patient, as functions of the population's working parameters. */
export function typicalTargets(typical: TypicalPatient): ResponseTarget[] {
  const n = typical.layout.names.length;
  const inner = new Float64Array(n + 1);
  return responseTargets(typical.reading, [typical.read])
    .filter(({ parameter }) => parameter !== "baseline")
    .map(({ parameter, label, unit, link, course, exists, evaluate }) => ({
      parameter,
      label: course === undefined ? label : `${label}, typical patient`,
      unit,
      link,
      ...(exists !== undefined && { exists }),
      evaluate(theta, gradient) {
        const value = evaluate(withBaseline(typical, theta), gradient && inner);
        gradient?.set(inner.subarray(0, n));
        return value;
      },
    }));
}

/** The typical patient's relief on a day after the course, as a fraction of the baseline. */
export function reliefTarget({ layout, settings }: TypicalPatient, day: number): Target {
  const { model } = settings;
  const relief = reliefGradient(model);
  const natural = new Float64Array(layout.parameters.length);
  const slopes = new Float64Array(layout.parameters.length + 1);
  return {
    link: "identity",
    evaluate(theta, gradient) {
      layout.parameters.forEach(({ parameter, mean }, k) => {
        natural[k] = toNatural(parameter, theta[mean]!);
      });
      gradient?.fill(0);
      if (day <= 0) return 0;
      const value = relief(day, natural, slopes);
      if (gradient) for (const [k, { mean }] of layout.parameters.entries()) gradient[mean] = slopes[k]!;
      return value;
    },
  };
}
