import type { IntercurrentStrategy } from "./intercurrent-strategy.ts";

/** In each period the scores before the first rescue. */
export const whileOnTreatment: IntercurrentStrategy = {
  name: "while-on-treatment",
  label: "While on treatment",
  question:
    "How much better are the scores as long as the treatment is taken alone? Periods with early rescue count by their first scores only.",
  apply(scores) {
    const ended = new Set<number>();
    return scores.filter(({ period, rescue }) => {
      if (rescue === true) ended.add(period);
      return !ended.has(period);
    });
  },
};
