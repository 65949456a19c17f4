import type { IntercurrentStrategy } from "./intercurrent-strategy.ts";

/** Scores with rescue are taken as missing. */
export const hypothetical: IntercurrentStrategy = {
  name: "hypothetical",
  label: "Hypothetical",
  question:
    "How much better would the scores be if no rescue had been taken? Scores with rescue are left out, as if those days had been like the others under the same treatment, which they hardly were.",
  apply: (scores) => scores.filter(({ rescue }) => rescue !== true),
};
