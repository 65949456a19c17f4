import type { TrialPlan } from "../../schema/trial-plan.ts";
import { canonicalJson } from "../../trial/index.ts";
import type { GivenSettings } from "./design-settings.ts";

/** What a plan fixes, as far as it was given on the command line too. */
export type GivenAnalysis = Partial<Omit<TrialPlan, "kind" | "schemaVersion" | "settings">> & {
  settings: GivenSettings;
};

const show = (value: unknown): string =>
  value === undefined || value === null ? "none" : typeof value === "string" ? value : JSON.stringify(value);

/** What differs between a plan and what was given, a sentence for each. */
export function planDeviations(plan: TrialPlan, { settings, ...given }: GivenAnalysis): string[] {
  const planned: Record<string, unknown> = { ...plan };
  const differs = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) !== canonicalJson(b ?? null);
  const rows = [
    ...Object.entries(given).map(([name, value]) => ({ name, value, planned: planned[name] })),
    ...Object.entries(settings).map(([name, value]) => ({ name, value, planned: plan.settings[name] })),
  ];
  return rows
    .filter((row) => row.value !== undefined && differs(row.value, row.planned))
    .map((row) => `${row.name}: ${show(row.planned)} was planned, got ${show(row.value)}`);
}
