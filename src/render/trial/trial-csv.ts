import type { RandomizationResult, TrialModelAnswer, TrialResult } from "../../schema/index.ts";
import { estimatesCsv, type WithEstimates } from "../csv.ts";

type Row = WithEstimates["estimates"][number];

/** A probability as a row without limits. */
function probabilityRow(parameter: string, label: string, estimate: number, method: string): Row {
  return {
    parameter,
    label,
    unit: "probability",
    estimate,
    standardError: null,
    lower: null,
    upper: null,
    method,
    bound: "closed",
  };
}

function testRows({ pValue, smallestPValue, sides, method }: RandomizationResult): Row[] {
  const name = `p-value of the randomization test, ${sides}-sided`;
  return [
    probabilityRow("randomizationPValue", name, pValue, method),
    probabilityRow("smallestPValue", "Smallest p-value that the design can give", smallestPValue, method),
  ];
}

function modelRows({ model, label, estimates, test, probabilities }: TrialModelAnswer): Row[] {
  const given = `the model ${model}`;
  const further = [
    ...(test ? [probabilityRow("modelPValue", `p-value, ${label}`, test.pValue, model)] : []),
    ...probabilities.map((row) => probabilityRow(row.event, row.label, row.probability, model)),
  ];
  return [...estimates, ...further].map((row) => ({ ...row, given }));
}

function rowsOf({ estimates, randomization, effectSizes, models, adverseEvents }: TrialResult): Row[] {
  return [
    ...estimates,
    ...(randomization ? testRows(randomization) : []),
    ...effectSizes,
    ...models.flatMap(modelRows),
    ...(adverseEvents?.estimates ?? []),
  ];
}

/**
 * Writes the answers of trials as CSV: effects, p-values, effect sizes, what models say, and rates of adverse events, one row
 * each, with the treatments that it compares.
 */
export function trialCsv(results: readonly TrialResult[]): string {
  return estimatesCsv(
    results.map((result) => ({
      patient: result.patient,
      estimates: rowsOf(result),
      further: { treatment: result.treatment, reference: result.reference },
    })),
    ["treatment", "reference"],
  );
}
