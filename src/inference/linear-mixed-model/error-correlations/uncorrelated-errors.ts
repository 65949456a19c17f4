import type { SerialCorrelation } from "./serial-correlation.ts";

/** Errors that know nothing of each other. */
export const uncorrelatedErrors: SerialCorrelation = {
  name: "independent",
  label: "Independent errors",
  reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.1",
  parameter: null,
  needsTimes: false,
  wholeTimes: false,
  between: (_, gap) => (gap === 0 ? 1 : 0),
  slope: () => 0,
  curvature: () => 0,
};
