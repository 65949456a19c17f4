import {
  type CoefficientTest,
  coefficientTests,
  covarianceEstimates,
  type DegreesOfFreedomMethod,
  type LinearMixedFit,
} from "../../../inference/linear-mixed-model/index.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { TrialModelAnswer } from "../../../schema/trial-model-answer.ts";
import { estimateRow } from "../effect-rows.ts";

/** How a coefficient is named in rows of estimates. */
export interface NamedCoefficient {
  /** Name of its column. */
  name: string;
  parameter: string;
  label: string;
  unit: string;
}

/** What fits are turned into rows with. */
export interface AnswerSettings {
  level: number;
  degreesOfFreedom: DegreesOfFreedomMethod;
}

/** Coefficients as rows, with the test of the first. */
export interface CoefficientAnswer {
  estimates: Estimate[];
  test: TrialModelAnswer["test"];
  warnings: Warning[];
}

function rowOf(test: CoefficientTest, { parameter, label, unit }: NamedCoefficient): Estimate {
  const { estimate, standardError, lower, upper, level, method } = test;
  return estimateRow({ parameter, label, unit, estimate, standardError, lower, upper, level, method });
}

function testOf({ statistic, degreesOfFreedom, pValue }: CoefficientTest): TrialModelAnswer["test"] {
  if (statistic === null || pValue === null) return null;
  return { statistic: "t", value: statistic, degreesOfFreedom, pValue };
}

/** The coefficients that are asked for, the first tested. */
export function coefficientAnswer(
  fit: LinearMixedFit,
  asked: readonly NamedCoefficient[],
  { level, degreesOfFreedom }: AnswerSettings,
): CoefficientAnswer {
  const contrasts = asked.map(({ name }) => ({ name, weights: { [name]: 1 } }));
  const { tests, warnings } = coefficientTests(fit, { contrasts, level, degreesOfFreedom });
  return {
    estimates: tests.map((test, i) => rowOf(test, asked[i]!)),
    test: testOf(tests[0]!),
    warnings: [...fit.warnings, ...warnings],
  };
}

type ErrorParameter = Pick<Estimate, "parameter" | "label" | "unit"> & {
  /** Limits of its range: an end of an interval that is there says nothing. */
  range: readonly [number, number];
};

/** The covariance's parameters by their names in the fit, as rows of estimates name them. */
function errorParameters({ prepared }: LinearMixedFit): Record<string, ErrorParameter> {
  const { needsTimes, parameter } = prepared.correlation;
  return {
    "residual standard deviation": {
      parameter: "residualStandardDeviation",
      label: "Standard deviation of the errors",
      unit: "score",
      range: [0, Infinity],
    },
    phi: {
      parameter: "phi",
      label: `Correlation of errors a ${needsTimes ? "day" : "score"} apart (φ)`,
      unit: "",
      range: parameter?.limits ?? [-1, 1],
    },
  };
}

/** Spread of the errors, and how a score resembles the one before. */
export function errorRows(fit: LinearMixedFit, level: number): Estimate[] {
  const parameters = errorParameters(fit);
  return covarianceEstimates(fit, { level }).estimates.flatMap(({ parameter, ...row }) => {
    const known = parameters[parameter];
    if (!known) return [];
    const { range, ...named } = known;
    const lower = row.lower !== null && row.lower > range[0] ? row.lower : null;
    const upper = row.upper !== null && row.upper < range[1] ? row.upper : null;
    return [estimateRow({ ...named, ...row, standardError: null, lower, upper })];
  });
}
