import { pseudomedian, signedRankTest } from "../../math/ranks/index.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { TrialModelAnswer } from "../../schema/trial-model-answer.ts";
import type { TrialModel, TrialModelSettings } from "../trial-model.ts";
import { blockDifferences } from "./block-differences.ts";
import { differenceRow } from "./effect-rows.ts";

function openWarnings(nBlocks: number, level: number, hasLimits: boolean): Warning[] {
  if (hasLimits) return [];
  const best = Number((100 * (1 - 2 ** (1 - nBlocks))).toPrecision(4));
  const message = `With ${nBlocks} ${nBlocks === 1 ? "block" : "blocks"} the signed ranks give no interval above ${best} %, so that there is none at ${Number((100 * level).toPrecision(4))} %.`;
  return [{ code: "interval-open", message }];
}

/** Differences that are equal but for the rounding of decimals become so: ranks must not turn on it. */
function withoutRounding(differences: readonly number[]): number[] {
  const size = Math.max(...differences.map(Math.abs));
  if (size === 0) return [...differences];
  const unit = 10 ** (Math.floor(Math.log10(size)) - 10);
  return differences.map((difference) => Math.round(difference / unit) * unit);
}

/** What differences of 0 do to the test. */
function zeroWarnings(nZeros: number): Warning[] {
  if (nZeros === 0) return [];
  const message = `${nZeros} ${nZeros === 1 ? "block" : "blocks"} without any difference ${nZeros === 1 ? "is" : "are"} left out of the test, as Wilcoxon did; the estimate and its limits use all.`;
  return [{ code: "zero-differences", message }];
}

/**
 * Wilcoxon's signed-rank test of the differences within pairs or blocks, exact, with the Hodges–Lehmann estimate and the
 * limits that go with it.
 *
 * @see Wilcoxon (1945), Biometrics Bull 1:80–83, doi:10.2307/3001968; Hodges & Lehmann (1963), Ann Math Stat 34:598–611.
 * @example
 * signedRank.fit(trial, { treatment: "IVIG", reference: "saline", improvement: "decrease", level: 0.9, threshold: null, seed: 1 });
 */
export const signedRank: TrialModel = {
  name: "signed-rank",
  label: "Signed-rank test over blocks",
  reference: "Wilcoxon (1945), Biometrics Bull 1:80–83",
  assumes:
    "The differences between the treatments within blocks are independent of each other and symmetric about one effect; a drift from block to block cancels.",
  fit(trial, settings: TrialModelSettings): TrialModelAnswer {
    const { name, label, assumes } = signedRank;
    const { level } = settings;
    const { differences: exact, nScores, warnings } = blockDifferences(label, trial, settings);
    const differences = withoutRounding(exact);
    const { estimate, lower, upper } = pseudomedian(differences, { level });
    const { statistic, pValue, nZeros } = signedRankTest(differences);
    const method = "Hodges–Lehmann";
    return {
      model: name,
      label,
      assumes,
      estimates: [differenceRow(settings, { estimate, standardError: null, lower, upper, method })],
      test: pValue === null ? null : { statistic: "V", value: statistic, degreesOfFreedom: null, pValue },
      probabilities: [],
      nScores,
      warnings: [
        ...warnings,
        ...zeroWarnings(nZeros),
        ...openWarnings(differences.length, level, lower !== null),
      ],
    };
  },
};
