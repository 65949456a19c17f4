import type { Warning } from "../../schema/provenance.ts";

/** Fewer series than this cannot show whether a funnel is lopsided. */
const ENOUGH = 10;

/** Says that small series differ from large ones for many reasons, and that few show none of them. */
export function funnelWarnings(k: number): Warning[] {
  if (k >= ENOUGH) return [];
  return [
    {
      code: "funnel-few-series",
      message: `With ${k} series a lopsided funnel can hardly be told from chance: at least ${ENOUGH} are asked for. A test that finds nothing does not mean that nothing is missing.`,
    },
  ];
}
