import { type RandomizationTestOptions, randomizationSettings } from "../randomization-options.ts";
import { randomizationTest } from "../randomization-test.ts";
import { isSignificant, type PowerAnalysis } from "./power-analysis.ts";

/** Options of `randomizationAnalysis`: those of the test that a design does not settle. */
export type RandomizationAnalysisOptions = Pick<
  RandomizationTestOptions,
  "statistic" | "sides" | "shift" | "maxAssignments" | "nDraws"
>;

/**
 * The randomization test as an analysis whose power is asked for.
 *
 * @param options Unless given: two-sided, the difference of means; spaces of up to 1,024 assignments are counted out, of larger ones
 * 999 are drawn, so that the p-value of a single trial may differ from that of the final analysis in the third digit.
 * @example
 * trialPower({ designs, effect: [2], standardDeviation: 1.5, analyses: [randomizationAnalysis({ sides: 1 })] });
 */
export function randomizationAnalysis(options: RandomizationAnalysisOptions = {}): PowerAnalysis {
  const { maxAssignments = 1024, nDraws = 999, sides = 2, statistic } = options;
  const side = sides === 1 ? ", one-sided" : "";
  return {
    name: "randomization",
    label: `Randomization test${statistic ? ` of the ${statistic.label.toLowerCase()}` : ""}${side}`,
    smallestPValue: ({ oneSided, twoSided }) => (sides === 1 ? oneSided : twoSided),
    analyze(trials, { design, treatment, reference, improvement, level, seed }) {
      const own = { ...options, maxAssignments, nDraws, sides };
      const test = { ...own, design, treatment, reference, improvement, level, seed };
      const { pValue, estimates } = randomizationTest(trials, test);
      const row = estimates[0];
      return {
        rejects: isSignificant(pValue, level),
        estimate: row?.estimate ?? null,
        lower: row?.lower ?? null,
        upper: row?.upper ?? null,
        unit: row?.unit ?? randomizationSettings(test).statistic.unit,
      };
    },
  };
}
