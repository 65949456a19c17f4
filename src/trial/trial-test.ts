import { EstimationError, InputError } from "../errors.ts";
import type { Warning } from "../schema/provenance.ts";
import type { RandomizationResult } from "../schema/randomization-result.ts";
import type { Trial } from "../schema/trial.ts";
import type { AnalyzeTrialOptions } from "./analyze-options.ts";
import { randomizationTest } from "./randomization-test.ts";
import type { TrialDesign } from "./trial-design.ts";
import { periodIssues, treatmentIssues } from "./trial-issues.ts";

/** A test, or why there is none. */
export interface TrialTest {
  randomization: RandomizationResult | null;
  warnings: Warning[];
}

const NO_DESIGN: Warning = {
  code: "no-randomization-test",
  message:
    "The treatments were not assigned at random by a design that is known: there is no randomization test and no interval that rests on one, and what else changed between the periods can pass for an effect.",
};

/** What is wrong with trials whose design is not known. */
function checkTrials(trials: readonly Trial[]): void {
  const treatments = [...new Set(trials.flatMap((trial) => trial.treatments))];
  const issues = [
    ...treatmentIssues(treatments, trials),
    ...trials.flatMap((trial) => periodIssues(trial, null)),
  ];
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Tests trials together by the design that assigned their treatments.
 *
 * @throws {InputError} with every row that the design could not have given.
 * @throws {RangeError} when an option is out of range.
 */
export function testTrials(
  trials: readonly Trial[],
  design: TrialDesign | null,
  compared: { treatment: string; reference: string },
  options: AnalyzeTrialOptions,
): TrialTest {
  if (design === null) {
    checkTrials(trials);
    return { randomization: null, warnings: [NO_DESIGN] };
  }
  const {
    settings: _,
    effectSizes: _sizes,
    models: _models,
    threshold: _least,
    response: _curve,
    ...rest
  } = options;
  try {
    return { randomization: randomizationTest(trials, { ...rest, ...compared, design }), warnings: [] };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    const message = `There is no randomization test: ${error.message}.`;
    return { randomization: null, warnings: [{ code: "no-randomization-test", message }] };
  }
}
