import type { NormalPrior, PriorTerm } from "../inference/normal-prior.ts";
import { type PriorSet, scaleFactor } from "../response/priors.ts";
import type { CurveParameter, ResponseModel } from "../response/response-model.ts";
import type { Scale } from "../schema/scale.ts";

/** A curve parameter of the population. */
export interface PopulationParameter {
  parameter: CurveParameter;
  /** Index of its value, or of the typical patient's where it varies. */
  mean: number;
  /** Index of the log standard deviation between patients on the working scale; null where all share it. */
  logSpread: number | null;
  /** Scale of the half-normal prior on that standard deviation. */
  spreadScale: number;
}

/** Where every quantity stands in the vector of the population's working parameters. */
export interface PopulationLayout {
  names: string[];
  parameters: PopulationParameter[];
  /** Index of the log residual standard deviation. */
  residualSd: number;
  /** Normal priors of all but the log standard deviations, whose terms are flat. */
  prior: NormalPrior;
}

/** Half-normal scales of standard deviations between patients, by the working scale. */
const USUAL_SCALES = { logit: 1, log: 0.5 };

/** Whether a parameter varies between patients: what varies between courses, where the set says by how much. */
function variesBetweenPatients({ perCourse, name }: CurveParameter, priors: PriorSet): boolean {
  return perCourse && priors.spreads[name] !== undefined;
}

/** Lays out the population's working parameters, with their priors. */
export function layPopulation(
  model: ResponseModel,
  priors: PriorSet,
  scale: Scale,
  spreadScales: Readonly<Record<string, number>>,
): PopulationLayout {
  const names: string[] = [];
  const terms: PriorTerm[] = [];
  const add = (name: string, mean: number, sd: number): number => {
    terms.push({ index: names.length, center: { value: mean }, sd });
    return names.push(name) - 1;
  };
  const means = model.parameters.map((parameter) => {
    const { mean, sd } = priors.parameters[parameter.name] ?? parameter.prior!;
    const varies = variesBetweenPatients(parameter, priors);
    return add(`${varies ? "mean " : ""}${parameter.link} ${parameter.name}`, mean, sd ?? Infinity);
  });
  const { mean, sd } = priors.residualSd;
  const residualSd = add("log residualSd", mean + Math.log(scaleFactor(scale)), sd);
  const parameters = model.parameters.map((parameter, k): PopulationParameter => {
    const logSpread = variesBetweenPatients(parameter, priors)
      ? add(`log sd ${parameter.link} ${parameter.name}`, 0, Infinity)
      : null;
    const spreadScale = spreadScales[parameter.name] ?? USUAL_SCALES[parameter.link];
    return { parameter, mean: means[k]!, logSpread, spreadScale };
  });
  return { names, parameters, residualSd, prior: { terms } };
}
