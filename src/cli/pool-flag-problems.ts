import { effectMeasures, type PoolMethod, poolMethods } from "../pooling/index.ts";
import { bayesFlagProblems } from "./bayes-flags.ts";
import { diagnosticFlagProblems } from "./diagnostic-flags.ts";
import { evidenceFlagProblems } from "./evidence-list.ts";
import { exactFlagProblems } from "./exact-pool.ts";
import { moderatorFlagProblems } from "./moderator-flags.ts";
import { multilevelFlagProblems } from "./multilevel-flags.ts";
import { named, type PoolFlags } from "./pool-options.ts";
import { chartFlagProblems } from "./pool-pictures.ts";
import { spreadFlagProblems } from "./spread-flags.ts";

/** Options without meaning beside those that exclude them. */
export function poolFlagProblems(flags: PoolFlags): string[] {
  const problems = [
    ...bayesFlagProblems(flags),
    ...besideBayes(flags),
    ...besideExact(flags),
    ...besideMultilevel(flags),
    ...besideEvidence(flags),
    ...moderatorFlagProblems(flags),
    ...chartFlagProblems(flags),
    ...spreadFlagProblems(flags),
  ];
  const { common, tauSquared, interval, measure, backTransform, variance, add, addTo } = flags;
  if (common && (tauSquared !== undefined || interval !== undefined))
    problems.push("--common: stands for --tau-squared and --interval, leave those out");
  if (common && flags.tauScale !== undefined)
    problems.push("--tau-scale: --common takes one effect for all series, leave one of them out");
  if (measure !== undefined && backTransform !== undefined)
    problems.push(`--back-transform: --measure ${measure} says it itself, leave the option out`);
  if (measure === undefined && variance !== undefined) problems.push("--variance: needs a --measure");
  if (measure === undefined && (add !== undefined || addTo !== undefined))
    problems.push("--add, --add-to: need a --measure of counts");
  const method = named(poolMethods, flags.method)!;
  if (method.measures !== null) problems.push(...tablesProblems(flags, method));
  const ofTables = method.measures !== null;
  problems.push(...diagnosticFlagProblems(flags, { ...flags, ofTables, methodName: method.name }));
  return problems;
}

/** What a Bayesian pool takes the place of. */
function besideBayes({ bayes, method, ...flags }: PoolFlags): string[] {
  if (!bayes) return [];
  const senseless = given([
    ["--method", method === poolMethods[0]!.name ? undefined : method],
    ["--common", flags.common],
    ["--tau-squared", flags.tauSquared],
    ["--interval", flags.interval],
    ["--prediction", flags.prediction],
    ["--tau-squared-interval", flags.tauSquaredInterval],
    ["--moderator", flags.moderator],
  ]);
  return senseless.length === 0 ? [] : [`--bayes goes without these: leave out ${senseless.join(", ")}`];
}

/** What neither a pool of counts nor one with levels takes. */
function plainPoolFlags(flags: PoolFlags): [string, unknown][] {
  return [
    ["--bayes", flags.bayes],
    ["--method", flags.method === poolMethods[0]!.name ? undefined : flags.method],
    ["--common", flags.common],
    ["--tau-squared", flags.tauSquared],
    ["--interval", flags.interval],
    ["--prediction", flags.prediction],
    ["--tau-squared-interval", flags.tauSquaredInterval],
    ["--tau-scale", flags.tauScale],
    ["--moderator", flags.moderator],
    ["--subgroup", flags.subgroup],
    ["--diagnostics", flags.diagnostics],
    ["--cumulative", flags.cumulative],
    ["--permutations", flags.permutations],
    ["--at", flags.at],
  ];
}

/** What a pool of counts does otherwise. */
function besideExact(flags: PoolFlags): string[] {
  return exactFlagProblems(flags, [
    ...plainPoolFlags(flags),
    ["--multilevel", flags.multilevel],
    ["--back-transform", flags.backTransform],
    ["--variance", flags.variance],
    ["--add", flags.add],
    ["--add-to", flags.addTo],
  ]);
}

/** What a pool with levels does otherwise. */
function besideMultilevel(flags: PoolFlags): string[] {
  return multilevelFlagProblems(flags, [...plainPoolFlags(flags), ["--keep", flags.keep]]);
}

/** A list of evidence pools nothing. */
function besideEvidence(flags: PoolFlags): string[] {
  return evidenceFlagProblems(flags, [
    ...plainPoolFlags(flags),
    ["--exact", flags.exact],
    ["--multilevel", flags.multilevel],
    ["--keep", flags.keep],
    ["--chart", flags.chart],
  ]);
}

/** The flags that stand on the command line. */
function given(flags: readonly (readonly [string, unknown])[]): string[] {
  return flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
}

/** What has no meaning for fourfold tables with one effect. */
function tablesProblems(flags: PoolFlags, { name, measures }: PoolMethod): string[] {
  const senseless = given([
    ["--common", flags.common],
    ["--tau-squared", flags.tauSquared],
    ["--interval", flags.interval],
    ["--prediction", flags.prediction],
    ["--tau-squared-interval", flags.tauSquaredInterval],
    ["--tau-scale", flags.tauScale],
    ["--moderator", flags.moderator],
    ["--variance", flags.variance],
    ["--add", flags.add],
    ["--add-to", flags.addTo],
  ]);
  const measure = named(effectMeasures, flags.measure);
  const known = (measures ?? []).map((one) => one.name).join(", ");
  return [
    ...(senseless.length > 0
      ? [`--method ${name} takes one effect for all series: leave out ${senseless.join(", ")}`]
      : []),
    ...(measure === undefined || measures?.includes(measure)
      ? []
      : [`--method ${name} pools ${known}, got --measure ${measure.name}`]),
  ];
}
