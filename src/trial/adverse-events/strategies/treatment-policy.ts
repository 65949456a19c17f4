import type { IntercurrentStrategy } from "./intercurrent-strategy.ts";

/** Every score as it was taken. */
export const treatmentPolicy: IntercurrentStrategy = {
  name: "treatment-policy",
  label: "Treatment policy",
  question:
    "How much better are the scores when this treatment is given, with whatever rescue the patient then takes? Rescue under the worse treatment makes the difference smaller.",
  apply: (scores) => [...scores],
};
