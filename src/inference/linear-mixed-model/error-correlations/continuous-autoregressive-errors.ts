import { powerOfGap, type SerialCorrelation } from "./serial-correlation.ts";

const logistic = (u: number): number => 1 / (1 + Math.exp(-u));

/**
 * First-order autoregression in continuous time: correlation φ^days between scores that many days apart, φ in (0, 1) a day.
 *
 * @see Jones (1993), Longitudinal Data with Serial Correlation, section 3.3; nlme's `corCAR1`.
 * @example
 * continuousAutoregressiveErrors.between(0.25, 0.5); // 0.5
 */
export const continuousAutoregressiveErrors: SerialCorrelation = {
  name: "car1",
  label: "First-order autoregression on real days",
  reference: "Jones (1993), Longitudinal Data with Serial Correlation, section 3.3",
  parameter: {
    name: "phi",
    fromCoordinate: (u, typicalGap) => logistic(u) ** (1 / typicalGap),
    coordinates: [-23, 18.4],
    limits: [0, 1],
    toWorking: (phi) => Math.log(phi / (1 - phi)),
    fromWorking: logistic,
    workingSlope: (phi) => 1 / (phi * (1 - phi)),
  },
  needsTimes: true,
  wholeTimes: false,
  ...powerOfGap,
};
