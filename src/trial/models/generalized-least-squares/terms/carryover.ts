import type { TrialTerm } from "../trial-term.ts";

/** What is left of the treatment in a reference period right after it. */
export const carryover: TrialTerm = {
  name: "carryover",
  label: "Carryover",
  allowsFor: "some of the effect lasting through one period of the reference after the treatment",
  columns: (_, rows) => [
    {
      name: "carryover",
      label: "Carried over into the period after",
      unit: "score",
      values: rows.map(({ isTreated, followsTreated }) => Number(!isTreated && followsTreated)),
    },
  ],
};
