import type { SmallestDesign, TrialPowerRow } from "../../schema/trial-power-result.ts";
import { scenarioKey } from "./power-scenarios.ts";

/** The smallest design of each kind that reaches the target, by analysis and scenario; scenarios without effect are left out. */
export function smallestDesigns(rows: readonly TrialPowerRow[], target: number): SmallestDesign[] {
  const alike = new Map<string, TrialPowerRow[]>();
  for (const row of rows) {
    if (row.effect === 0) continue;
    const key = [row.design, row.sizeUnit, row.label, scenarioKey(row)].join("|");
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].map((group) => {
    const found = group.filter(({ power }) => power >= target).sort((a, b) => a.size - b.size)[0];
    const { design, analysis, label, sizeUnit, nPatients, phi, trend, carryover, missing, effect } =
      group[0]!;
    return {
      design,
      analysis,
      label,
      nPatients,
      phi,
      trend,
      carryover,
      missing,
      effect,
      size: found?.size ?? null,
      sizeUnit,
      power: found?.power ?? null,
      isSure: found !== undefined && found.powerLower >= target,
    };
  });
}
