import type { SummaryClash } from "../../../schema/feasible-set.ts";
import type { QuantityEnds } from "./region-ranges.ts";
import { isPossible, reportRanges } from "./report-ranges.ts";
import { shortNumber, wordList } from "./short-number.ts";
import type { Statement } from "./statements.ts";

/** The statements that can't be true together, none of which can be spared. */
function minimalClash(n: number, statements: readonly Statement[]): Statement[] {
  let clash = [...statements];
  for (const one of statements) {
    const without = clash.filter((other) => other !== one);
    if (!isPossible(n, without)) clash = without;
  }
  return clash;
}

function endsInWords({ lower, upper }: QuantityEnds): string {
  if (lower !== null && upper !== null) {
    return Math.abs(upper - lower) <= 1e-9 * Math.max(Math.abs(upper), Math.abs(lower))
      ? `must be ${shortNumber(upper)}`
      : `must be from ${shortNumber(lower)} to ${shortNumber(upper)}`;
  }
  if (lower !== null) return `must be at least ${shortNumber(lower)}`;
  return upper === null ? "can be anything" : `must be at most ${shortNumber(upper)}`;
}

function messageOf(n: number, clash: readonly Statement[]): string {
  const last = clash[clash.length - 1] as Statement;
  const rest = clash.slice(0, -1);
  const given = wordList([`n = ${n}`, ...rest.map(({ name, value }) => `${name} ${shortNumber(value)}`)]);
  const found = `${last.name} ${shortNumber(last.value)}`;
  const ends = reportRanges(n, rest)?.ends.get(last.name === "standardError" ? "sd" : last.name);
  if (ends === undefined) return `No sample has ${given} and ${found}`;
  if (last.name !== "standardError")
    return `With ${given}, ${last.name} ${endsInWords(ends)}, got ${shortNumber(last.value)}`;
  const perPatient = (end: number | null): number | null => (end === null ? null : end / Math.sqrt(n));
  const scaled = { lower: perPatient(ends.lower), upper: perPatient(ends.upper) };
  return `With ${given}, ${last.name} ${endsInWords(scaled)}, got ${shortNumber(last.value)}`;
}

/**
 * Names the statements of a report that no sample can meet together, as few at a time as can be.
 *
 * After one contradiction its most derived statement is set aside and the rest is looked at again, so that several are found.
 *
 * @returns Empty where some sample meets them all.
 * @see Chinneck & Dravnieks (1991), ORSA J Comput 3:157–168 (deletion filter). doi:10.1287/ijoc.3.2.157
 */
export function findClashes(n: number, statements: readonly Statement[]): SummaryClash[] {
  const clashes: SummaryClash[] = [];
  let left = [...statements];
  while (!isPossible(n, left)) {
    const clash = minimalClash(n, left);
    clashes.push({ quantities: ["n", ...clash.map(({ name }) => name)], message: messageOf(n, clash) });
    const aside = clash[clash.length - 1];
    left = left.filter((one) => one !== aside);
  }
  return clashes;
}
