import type { NaturalScale, PooledSeries } from "../../schema/index.ts";

/**
 * Of whom a pooled share is, behind its name; nothing where something else was pooled.
 *
 * @param series Each with its `outcome` among the moderators, where the file names it.
 * @example
 * ofWhom({ label: "Proportion", unit: "fraction", axis: "linear", noEffect: null }, []); // " of patients with the event"
 */
export function ofWhom(
  { unit, noEffect }: NaturalScale,
  series: readonly Pick<PooledSeries, "moderators">[],
): string {
  if (unit !== "fraction" || noEffect !== null) return "";
  const [outcome, ...others] = new Set(series.map(({ moderators }) => moderators?.outcome));
  if (others.length > 0) return " of patients with the event, which is not the same in all series";
  return ` of patients with the event${outcome === undefined ? "" : ` (${outcome})`}`;
}
