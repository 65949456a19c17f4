import { powerOfGap, type SerialCorrelation } from "./serial-correlation.ts";

/**
 * First-order autoregression on the order of the scores: correlation φ^lag with φ in (−1, 1).
 *
 * A missing score leaves its place empty, so that its neighbours are two steps apart.
 *
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, equation 5.31; nlme's `corAR1`.
 * @example
 * autoregressiveErrors.between(0.5, 2); // 0.25
 */
export const autoregressiveErrors: SerialCorrelation = {
  name: "ar1",
  label: "First-order autoregression on the order of the scores",
  reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, equation 5.31",
  parameter: {
    name: "phi",
    fromCoordinate: (u) => Math.tanh(u / 2),
    coordinates: [-19.1, 19.1],
    limits: [-1, 1],
    toWorking: (phi) => 2 * Math.atanh(phi),
    fromWorking: (value) => Math.tanh(value / 2),
    workingSlope: (phi) => 2 / ((1 - phi) * (1 + phi)),
  },
  needsTimes: false,
  wholeTimes: true,
  ...powerOfGap,
};
