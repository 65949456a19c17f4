import { formatFixed } from "../format-number.ts";

/** "0.085", "below 0.001". */
export function formatPValue(p: number): string {
  return p < 0.001 ? "below 0.001" : formatFixed(p, p < 0.1 ? 3 : 2);
}
