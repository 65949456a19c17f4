import {
  degreesOfFreedomMethods,
  errorCorrelations,
  mixedLikelihoods,
} from "../../inference/linear-mixed-model/index.ts";
import {
  bayesianAutoregression,
  generalizedLeastSquares,
  type ResponderModelMethod,
  responderModels,
  type TrialModel,
  trialTerms,
} from "../../trial/index.ts";

/** Options of one model as they were written, by name. */
export type ModelOptions = Readonly<Record<string, string>>;

/** A kind of model that takes options on the command line. */
export interface ModelKind {
  name: string;
  /** Names of its options, with what each needs. */
  options: Readonly<Record<string, string>>;
  /** Options that must be given. */
  needs: readonly string[];
  /** @throws {RangeError} for an option that is not as needed. */
  model(options: ModelOptions): TrialModel;
}

const names = (registry: readonly { name: string }[], separator = ", "): string =>
  registry.map(({ name }) => name).join(separator);

/** The member of a registry that an option names; undefined where the option is not given. */
function chosen<Member extends { name: string }>(
  registry: readonly Member[],
  options: ModelOptions,
  option: string,
): Member | undefined {
  const name = options[option];
  if (name === undefined) return undefined;
  const member = registry.find((one) => one.name === name);
  if (!member) throw new RangeError(`${option} must be one of ${names(registry)}, got "${name}"`);
  return member;
}

function terms(options: ModelOptions): { terms?: (typeof trialTerms)[number][] } {
  if (options.terms === undefined) return {};
  return {
    terms: [...new Set(options.terms.split("+"))].map(
      (name) => chosen(trialTerms, { terms: name.trim() }, "terms")!,
    ),
  };
}

function numberIn(options: ModelOptions, option: string): number | undefined {
  const text = options[option];
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`${option} must be a number, got "${text}"`);
  return value;
}

const TERMS = `some of ${names(trialTerms)} with + between them`;

const gls: ModelKind = {
  name: "gls",
  options: {
    correlation: `one of ${names(errorCorrelations)}`,
    terms: TERMS,
    likelihood: `one of ${names(mixedLikelihoods)}`,
    degreesOfFreedom: `one of ${names(degreesOfFreedomMethods)}`,
  },
  needs: [],
  model(options) {
    const correlation = chosen(errorCorrelations, options, "correlation");
    const likelihood = chosen(mixedLikelihoods, options, "likelihood");
    const degreesOfFreedom = chosen(degreesOfFreedomMethods, options, "degreesOfFreedom");
    return generalizedLeastSquares({
      ...terms(options),
      ...(correlation && { correlation }),
      ...(likelihood && { likelihood }),
      ...(degreesOfFreedom && { degreesOfFreedom }),
    });
  },
};

const bayes: ModelKind = {
  name: "bayes",
  options: { terms: TERMS, effectScale: "a number above 0" },
  needs: [],
  model(options) {
    const effectScale = numberIn(options, "effectScale");
    return bayesianAutoregression({ ...terms(options), ...(effectScale !== undefined && { effectScale }) });
  },
};

const ofResponses = (method: ResponderModelMethod): ModelKind => ({
  name: method.name,
  options: { cutoff: "the score from which on a period responds" },
  needs: ["cutoff"],
  model: (options) => method.at(numberIn(options, "cutoff")!),
});

/** Every kind of model with options. */
export const modelKinds: readonly ModelKind[] = [gls, bayes, ...responderModels.map(ofResponses)];
