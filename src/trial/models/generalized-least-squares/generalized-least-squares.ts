import {
  type DegreesOfFreedomMethod,
  kenwardRoger,
  type MixedLikelihood,
  restrictedScores,
  type SerialCorrelation,
  uncorrelatedErrors,
} from "../../../inference/linear-mixed-model/index.ts";
import type { TrialModel } from "../../trial-model.ts";
import { errorsInLabel, errorsInWords } from "./error-words.ts";
import { coefficientAnswer, errorRows } from "./fit-answer.ts";
import { fitRows } from "./fit-rows.ts";
import { trialRows } from "./trial-rows.ts";
import type { TrialTerm } from "./trial-term.ts";

/** Options of `generalizedLeastSquares`. */
export interface GeneralizedLeastSquaresOptions {
  /** How errors go together; default independent. */
  correlation?: SerialCorrelation;
  /** What else moves scores; default nothing. */
  terms?: readonly TrialTerm[];
  /** Default: restricted maximum likelihood. */
  likelihood?: MixedLikelihood;
  /** Default: Kenward and Roger's, which needs the restricted likelihood. */
  degreesOfFreedom?: DegreesOfFreedomMethod;
}

const asContinued = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** What the options add to a name or a label, where they are not the default. */
function additions({ terms, likelihood, degreesOfFreedom }: Required<GeneralizedLeastSquaresOptions>): {
  name: string;
  label: string;
} {
  const further = [...terms, ...(likelihood === restrictedScores ? [] : [likelihood])];
  const degrees = degreesOfFreedom === kenwardRoger ? [] : [degreesOfFreedom];
  return {
    name: [...further, ...degrees].map(({ name }) => `-${name}`).join(""),
    label: [
      ...further.map(({ label }) => `, ${asContinued(label)}`),
      ...degrees.map(({ label }) => `, degrees of freedom: ${label}`),
    ].join(""),
  };
}

function assumption({ correlation, terms }: Required<GeneralizedLeastSquaresOptions>): string {
  const errors =
    correlation.parameter === null
      ? "Scores of one treatment differ by independent normal errors"
      : `Scores of one treatment differ by normal errors that resemble their neighbours: ${errorsInWords(correlation)}`;
  const allowed = terms.map(({ allowsFor }) => `, and for ${allowsFor}`).join("");
  const rest =
    terms.length === 0
      ? "; nothing else moves them"
      : `${allowed.replace(", and for", "; the model allows for")}`;
  return `${errors}; the treatment moves them by one amount at once${rest}.`;
}

/**
 * A model of all single scores by generalised least squares: the treatment moves them by one amount, whatever else the terms
 * allow for, and errors go together as the correlation says.
 *
 * @throws {RangeError} where the degrees of freedom don't go with the likelihood.
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 5.1.2; Kenward & Roger (1997), Biometrics
 * 53:983–997. doi:10.2307/2533558
 * @example
 * generalizedLeastSquares({ terms: [trend] }).name; // "gls-independent-trend"
 */
export function generalizedLeastSquares(options: GeneralizedLeastSquaresOptions = {}): TrialModel {
  const {
    correlation = uncorrelatedErrors,
    terms = [],
    likelihood = restrictedScores,
    degreesOfFreedom = kenwardRoger,
  } = options;
  const chosen = { correlation, terms, likelihood, degreesOfFreedom };
  if (likelihood.designWeight === 0 && degreesOfFreedom === kenwardRoger)
    throw new RangeError("degreesOfFreedom must be another than Kenward–Roger with maximum likelihood");
  const more = additions(chosen);
  const name = `gls-${correlation.name}${more.name}`;
  const label = `Generalised least squares, ${errorsInLabel(correlation)}${more.label}`;
  const assumes = assumption(chosen);
  return {
    name,
    label,
    reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 5.1.2",
    assumes,
    fit(trial, settings) {
      const rows = trialRows(label, trial, settings);
      const further = terms.flatMap((term) => term.columns(label, rows));
      const difference = { name: "treatment", values: rows.map(({ isTreated }) => Number(isTreated)) };
      const fit = fitRows(label, { rows, columns: [difference, ...further], correlation, likelihood });
      const { treatment, reference, level } = settings;
      const asked = [
        {
          name: "treatment",
          parameter: "difference",
          label: `${treatment} less ${reference}`,
          unit: "score",
        },
        ...further.map((column) => ({ ...column, parameter: column.name })),
      ];
      const { estimates, test, warnings } = coefficientAnswer(fit, asked, { level, degreesOfFreedom });
      return {
        model: name,
        label,
        assumes,
        estimates: [...estimates, ...errorRows(fit, level)],
        test,
        probabilities: [],
        nScores: fit.nObservations,
        warnings,
      };
    },
  };
}
