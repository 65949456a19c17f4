import type { Warning } from "../../schema/provenance.ts";
import type { TrialPowerRow, TriedDesign } from "../../schema/trial-power-result.ts";
import type { PowerAnalysis } from "./power-analysis.ts";

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

/** A share beyond its level by this many errors of the simulation is no accident, even among many rows. */
const SURE = 3;

/** Analyses that reject no effect too often where there is none. */
function typeOneWarnings(rows: readonly TrialPowerRow[], level: number): Warning[] {
  const allowed = 1 - level;
  const labels = [...new Set(rows.map(({ label }) => label))];
  return labels.flatMap((label) => {
    const over = rows.filter((row) => {
      const error = Math.sqrt((allowed * level) / row.nReplicates);
      return row.label === label && row.typeOneError > allowed + SURE * error;
    });
    if (over.length === 0) return [];
    const worst = over.reduce((a, b) => (b.typeOneError > a.typeOneError ? b : a));
    const where = `${worst.size} ${worst.sizeUnit}s, φ = ${worst.phi}${worst.trend === 0 ? "" : `, trend ${worst.trend}`}`;
    return [
      {
        code: "type-one-error-inflated",
        message: `${label} finds an effect where there is none in up to ${percent(worst.typeOneError)} of the trials (${where}), not in ${percent(allowed)}: its power there is not to be trusted.`,
      },
    ];
  });
}

/** Designs with which an analysis of one patient cannot reach the level. */
function levelWarnings(
  designs: readonly TriedDesign[],
  analyses: readonly PowerAnalysis[],
  level: number,
): Warning[] {
  return analyses.flatMap(({ label, smallestPValue }) => {
    const small = designs
      .map((design) => ({ ...design, least: smallestPValue?.(design.smallestPValue) ?? 0 }))
      .filter(({ least }) => least > (1 - level) * (1 + 1e-9));
    if (small.length === 0) return [];
    const which = small.map(
      ({ size, sizeUnit, least }) => `${size} ${sizeUnit}s (at least ${Number(least.toPrecision(3))})`,
    );
    return [
      {
        code: "level-unattainable",
        message: `${label}: in one patient no p-value of ${Number((1 - level).toPrecision(3))} can be reached, whatever the scores, with ${which.join(", ")}.`,
      },
    ];
  });
}

/** Analyses that had no answer in some of the trials. */
function answerWarnings(rows: readonly TrialPowerRow[]): Warning[] {
  const labels = [...new Set(rows.filter((row) => row.nWithoutAnswer > 0).map(({ label }) => label))];
  return labels.map((label) => {
    const share = Math.max(
      ...rows.filter((row) => row.label === label).map((row) => row.nWithoutAnswer / row.nReplicates),
    );
    return {
      code: "no-answer",
      message: `${label} had no answer in up to ${percent(share)} of the trials of a scenario; they count as trials that found nothing.`,
    };
  });
}

/** What must be said about a table of power. */
export function powerWarnings(
  designs: readonly TriedDesign[],
  rows: readonly TrialPowerRow[],
  analyses: readonly PowerAnalysis[],
  level: number,
): Warning[] {
  const hasOne = rows.some(({ nPatients }) => nPatients === 1);
  return [
    ...(hasOne ? levelWarnings(designs, analyses, level) : []),
    ...typeOneWarnings(rows, level),
    ...answerWarnings(rows),
  ];
}
