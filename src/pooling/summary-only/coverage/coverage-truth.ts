import { betaQuantile } from "../../../math/distributions/beta.ts";

/** A distribution of patients' values between the bounds, on [0, 1]. */
export interface CoverageTruth {
  readonly name: string;
  readonly mean: number;
  readonly median: number;
  /** The value below which a share u in (0, 1) of patients lies. */
  quantile(u: number): number;
}

function betaTruth(a: number, b: number): CoverageTruth {
  return {
    name: `beta(${a}, ${b})`,
    mean: a / (a + b),
    median: betaQuantile(0.5, "lower", a, b),
    quantile: (u) => betaQuantile(u, "lower", a, b),
  };
}

/** A share of patients at one value, the others at 0. */
function twoPoints(share: number, value: number): CoverageTruth {
  return {
    name: `${100 * share} % at ${value}, ${100 - 100 * share} % at 0`,
    mean: share * value,
    median: share > 0.5 ? value : 0,
    quantile: (u) => (u < 1 - share ? 0 : value),
  };
}

const uniformTruth: CoverageTruth = { name: "uniform", mean: 0.5, median: 0.5, quantile: (u) => u };

/** What patients may be like: most improved, all alike, at the ends, or a few who don't respond at all. */
export const coverageTruths: readonly CoverageTruth[] = [
  /* @__PURE__ */ betaTruth(6, 2),
  uniformTruth,
  /* @__PURE__ */ betaTruth(0.5, 0.5),
  /* @__PURE__ */ twoPoints(0.8, 0.9),
  /* @__PURE__ */ twoPoints(0.9, 0.8),
];
