import type { EffectEstimate } from "../../src/schema/index.ts";

/** Effects whose further columns say which groups they belong to. */
export function nestedEffects(
  yi: readonly number[],
  vi: readonly number[],
  columns: { [name: string]: readonly (string | number)[] },
): EffectEstimate[] {
  return yi.map((estimate, i) => ({
    estimate,
    variance: vi[i]!,
    moderators: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]!])),
  }));
}
