import { gammaQuantile } from "../../math/special/gamma-quantile.ts";
import { gammaConstant, gammaLogDensity, gammaTail } from "../../math/special/gamma-tail.ts";
import { logGammaOnePlus } from "../../math/special/log-gamma.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail } from "../../math/special/scaled-tail.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { type PlainLaw, shapeDifference, withShapeDifferences } from "./shape-differences.ts";

/** ln(e^a − e^b) for a > b. */
const logDifference = (a: number, b: number): number => a + Math.log(-Math.expm1(b - a));

/** Below this ln x, P(a, x) = xᵃ/Γ(a + 1) to the last digit. */
const FIRST_TERM_ALONE = -40;

/** ln of a quantile of the gamma law of scale 1: also where the quantile itself is too small for a number. */
function logQuantileOf(shape: number, p: number): number {
  const first = (Math.log(p) + logGammaOnePlus(shape)) / shape;
  return first < FIRST_TERM_ALONE ? first : Math.log(gammaQuantile(shape, p, "lower"));
}

/** ln of the median of the gamma law of scale 1. */
const logMedianOf = (workingShape: number): number => logQuantileOf(Math.exp(workingShape), 0.5);

function plainLaw(workingShape: number): PlainLaw {
  const shape = Math.exp(workingShape);
  const constant = gammaConstant(shape);
  const logMedian = logMedianOf(workingShape);
  const tails = (y: number): ScaledTail => {
    const x = Math.exp(logMedian + y);
    const out = scaledTail();
    if (x === 0) return atEnd("lower", out);
    return x < Infinity ? gammaTail(shape, x, constant, out) : atEnd("upper", out);
  };
  return {
    logDensity: (y) => gammaLogDensity(shape, Math.exp(logMedian + y), constant),
    logSurvival: (y) => logTailOf(tails(y), "upper"),
    logProbability(from, to) {
      const [a, b] = [tails(from), tails(to)];
      const [lower, upper] = [logTailOf(b, "lower"), logTailOf(a, "upper")];
      return lower < upper
        ? logDifference(lower, logTailOf(a, "lower"))
        : logDifference(upper, logTailOf(b, "upper"));
    },
    densitySlope: (y) => shape - Math.exp(logMedian + y),
    quantile: (p) => logQuantileOf(shape, p) - logMedian,
  };
}

/**
 * The gamma law S(t) = Q(shape, m t/median), Q(shape, m) = ½: its hazard levels off.
 *
 * There is no closed form of the derivatives by the shape: they are central differences with one Richardson step, good
 * to about ten digits. Those by time are exact.
 */
export const gamma: RelapseModel = {
  name: "gamma",
  label: "Gamma",
  formula: "S(t) = Q(shape, m t/median), Q(shape, m) = ½",
  reference: "Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 2.2.3",
  // Equal ratios of quartiles at a Weibull shape of 2; near it the gamma shape goes with its square.
  shape: {
    name: "shape",
    label: "Shape",
    fromWeibull: { shift: Math.log(3.235709802439) - 2 * Math.log(2), slope: 2 },
  },
  scale: {
    name: "scale",
    label: "Scale: mean over shape",
    overMedian(workingShape) {
      return [-logMedianOf(workingShape), -shapeDifference(logMedianOf, workingShape)];
    },
  },
  law: (workingShape, byShape) => withShapeDifferences(plainLaw, workingShape, byShape),
};
