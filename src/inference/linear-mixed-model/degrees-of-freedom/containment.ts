import type { LinearMixedFit } from "../linear-mixed-fit.ts";
import { type DegreesOfFreedomMethod, plainInference } from "./degrees-of-freedom.ts";

/** True where a column has one value in each group. */
function constantWithin(column: Float64Array, group: Int32Array): boolean {
  const seen = new Map<number, number>();
  return column.every((value, i) => {
    const before = seen.get(group[i]!);
    if (before === undefined) seen.set(group[i]!, value);
    return before === undefined || before === value;
  });
}

/** Degrees of freedom of every coefficient: groups of the level at which it varies, less those above and its fellows. */
function perCoefficient({ prepared }: LinearMixedFit): number[] {
  const { columns, rows } = prepared;
  const terms = [...prepared.terms].sort((a, b) => a.groups.length - b.groups.length);
  const nLevels = terms.length + 1;
  const isIntercept = columns.map((column) => column.every((value) => value === column[0]));
  const levels = columns.map((column, j) => {
    const at = isIntercept[j] ? -1 : terms.findIndex(({ group }) => constantWithin(column, group));
    return at < 0 ? nLevels - 1 : at;
  });
  const sizes = [...terms.map(({ groups }) => groups.length), rows.length];
  return levels.map((level) => {
    const above = level === 0 ? Number(isIntercept.includes(true)) : sizes[level - 1]!;
    const fellows = levels.filter((other, j) => other === level && !isIntercept[j]).length;
    return sizes[level]! - above - fellows;
  });
}

/**
 * Containment: a coefficient that varies between groups has the groups' degrees of freedom, one that varies within them the
 * scores'. For groups within groups; nlme's `lme` counts so.
 *
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.4.2.
 */
export const containment: DegreesOfFreedomMethod = {
  name: "containment",
  label: "Containment",
  reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.4.2",
  prepare: (fit) => {
    const each = perCoefficient(fit);
    return plainInference(fit, (contrast) => Math.min(...each.filter((_, j) => contrast[j] !== 0)));
  },
};
