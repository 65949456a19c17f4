import { studentT } from "../../math/distributions/student-t.ts";
import { bilinear, dot } from "../../math/linear/matrix.ts";
import type { Warning } from "../../schema/provenance.ts";
import { type Contrast, contrastMatrix } from "./contrasts.ts";
import { type DegreesOfFreedomMethod, kenwardRoger } from "./degrees-of-freedom/index.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";

/** What to test and how. */
export interface CoefficientTestsOptions {
  /** Default: `kenwardRoger`. */
  degreesOfFreedom?: DegreesOfFreedomMethod;
  /** Two-sided, in (0, 1); default .95. */
  level?: number;
  /** Default: every coefficient by itself. */
  contrasts?: readonly Contrast[];
}

/** One contrast against 0. */
export interface CoefficientTest {
  name: string;
  estimate: number;
  /** null, like all that follows, where the method has no answer. */
  standardError: number | null;
  /** Of Student's t; null for the normal law too. */
  degreesOfFreedom: number | null;
  /** Estimate over standard error. */
  statistic: number | null;
  /** Two-sided. */
  pValue: number | null;
  lower: number | null;
  upper: number | null;
  level: number;
  /** Name of the source of the degrees of freedom. */
  method: string;
}

/** Tests and what a reader must know of them. */
export interface CoefficientTests {
  tests: CoefficientTest[];
  warnings: Warning[];
}

/** @throws {RangeError} unless the level lies in (0, 1). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), got ${level}`);
}

function withoutAnswer(name: string, { label }: DegreesOfFreedomMethod): Warning {
  const message = `${label} has no degrees of freedom for "${name}": the variances it rests on are too poorly known.`;
  return { code: "no-degrees-of-freedom", message };
}

/**
 * Tests coefficients or contrasts of them by Student's t, with intervals.
 *
 * @throws {RangeError} when the level, a contrast or the method is wrong for the fit.
 * @see `degreesOfFreedomMethods` for the sources of degrees of freedom and their references.
 * @example
 * const fit = fitLinearMixedModel({ scores: [7, 8, 3, 4], columns: [{ name: "mean", values: [1, 1, 1, 1] }] });
 * coefficientTests(fit).tests[0]?.degreesOfFreedom; // 3, to rounding
 */
export function coefficientTests(
  fit: LinearMixedFit,
  { degreesOfFreedom = kenwardRoger, level = 0.95, contrasts }: CoefficientTestsOptions = {},
): CoefficientTests {
  checkLevel(level);
  const asked = contrasts ?? fit.names.map((name) => ({ name, weights: { [name]: 1 } }));
  const { values } = contrastMatrix(asked, fit.names);
  const inference = degreesOfFreedom.prepare(fit);
  const p = fit.names.length;
  const warnings: Warning[] = [];
  const tests = asked.map(({ name }, i): CoefficientTest => {
    const contrast = values.slice(i * p, (i + 1) * p);
    const estimate = dot(contrast, fit.coefficients);
    const variance = bilinear(contrast, inference.covariance, contrast);
    const degrees = inference.single(contrast);
    const row = { name, estimate, level, method: degreesOfFreedom.name };
    if (degrees === null || !(variance > 0)) {
      warnings.push(withoutAnswer(name, degreesOfFreedom));
      const none = { standardError: null, degreesOfFreedom: null, statistic: null, pValue: null };
      return { ...row, ...none, lower: null, upper: null };
    }
    const standardError = Math.sqrt(variance);
    const statistic = estimate / standardError;
    const half = studentT.quantile(0.5 + level / 2, degrees) * standardError;
    return {
      ...row,
      standardError,
      degreesOfFreedom: degrees === Infinity ? null : degrees,
      statistic,
      pValue: Math.min(1, 2 * studentT.survival(Math.abs(statistic), degrees)),
      lower: estimate - half,
      upper: estimate + half,
    };
  });
  return { tests, warnings };
}
