import { EstimationError } from "../../dist/index.js";
import { answer } from "./parallel.mjs";
import { analyses, designs, simulatedTrial } from "./trial-cells.mjs";

function rejected(analysis, trial, design) {
  try {
    return analysis.rejects(trial, design);
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return null;
  }
}

answer(({ design, phi, from, to }) =>
  Array.from({ length: to - from }, (_, i) => {
    const trial = simulatedTrial(design, phi, from + i);
    return analyses.map((analysis) => rejected(analysis, trial, designs[design].design));
  }),
);
