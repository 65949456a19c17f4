import type { IntercurrentStrategy } from "./intercurrent-strategy.ts";

/** A score with rescue counts as the worst of the trial. */
export const composite: IntercurrentStrategy = {
  name: "composite",
  label: "Composite",
  question:
    "How much better are the scores when the need of rescue counts as the worst score that this patient gave? The size of the difference then depends on that score.",
  apply(scores, improvement) {
    const values = scores.map(({ score }) => score);
    const worst = improvement === "decrease" ? Math.max(...values) : Math.min(...values);
    return scores.map((score) => (score.rescue === true ? { ...score, score: worst } : score));
  },
};
