import { bilinear, type Matrix, toRows } from "../../../math/linear/matrix.ts";
import { symmetricEigen } from "../../../math/linear/symmetric-eigen.ts";
import { invertInformation, observedInformation } from "../covariance-information.ts";
import { type CovarianceMoments, covarianceMoments } from "../covariance-moments.ts";
import { freeParameters } from "../covariance-parameters.ts";
import type { LinearMixedFit } from "../linear-mixed-fit.ts";
import { product, sandwich, transposed } from "../matrix-products.ts";
import {
  type CoefficientInference,
  type DegreesOfFreedomMethod,
  oneRow,
  positiveOrNull,
  turnedContrasts,
} from "./degrees-of-freedom.ts";

/** 2 (variance of the contrast)² / variance of that variance. */
function degreesOf({ phi, n }: CovarianceMoments, spread: Matrix, turned: Matrix): number | null {
  const along = product(turned, phi).values;
  const slopes = Float64Array.from(n, (one) => bilinear(along, one, along));
  const variance = bilinear(turned.values, phi, turned.values);
  return positiveOrNull((2 * variance * variance) / bilinear(slopes, spread, slopes));
}

/** Degrees of freedom of F from those of its independent parts. */
function combine(each: readonly (number | null)[]): number | null {
  const known = each.filter((df) => df !== null);
  if (known.length < each.length) return null;
  if (Math.max(...known) - Math.min(...known) < 1e-8) return known[0]!;
  if (known.some((df) => df <= 2)) return 2;
  const expected = known.reduce((sum, df) => sum + df / (df - 2), 0);
  return (2 * expected) / (expected - known.length);
}

function prepare(fit: LinearMixedFit): CoefficientInference {
  const moments = covarianceMoments(fit, freeParameters(fit));
  const { inverse } = invertInformation(observedInformation(moments, fit.likelihood));
  const single = (contrast: Float64Array): number | null =>
    degreesOf(moments, inverse, turnedContrasts(fit, oneRow(contrast)));
  return {
    covariance: fit.covariance,
    single,
    joint: (contrasts) => {
      const { vectors } = symmetricEigen(sandwich(contrasts, fit.covariance));
      const rows = toRows(product(transposed(vectors), contrasts));
      return { degreesOfFreedom: combine(rows.map((row) => single(Float64Array.from(row)))), scale: 1 };
    },
  };
}

/**
 * Satterthwaite's approximation from the observed information of the variances; a variance of 0 counts as known.
 *
 * @see Fai & Cornelius (1996), J Stat Comput Simul 54:363–378; Kuznetsova, Brockhoff & Christensen (2017), J Stat Softw 82(13),
 * section 2. doi:10.18637/jss.v082.i13
 */
export const satterthwaite: DegreesOfFreedomMethod = {
  name: "satterthwaite",
  label: "Satterthwaite",
  reference: "Kuznetsova, Brockhoff & Christensen (2017), J Stat Softw 82(13). doi:10.18637/jss.v082.i13",
  prepare,
};
