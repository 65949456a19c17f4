import { type Command, Option } from "commander";
import {
  backTransforms,
  type EffectMeasure,
  effectMeasures,
  meanIntervals,
  type PoolMethod,
  type PoolSeriesOptions,
  poolMethods,
  predictionIntervals,
  tauSquaredEstimators,
  tauSquaredIntervals,
} from "../pooling/index.ts";
import { addBayesFlags, type BayesFlags, bayesFlagProblems } from "./bayes-flags.ts";
import { addDiagnosticFlags, type DiagnosticFlags, diagnosticFlagProblems } from "./diagnostic-flags.ts";
import { addExactFlag, type ExactFlags, exactFlagProblems } from "./exact-pool.ts";
import { measureHelp } from "./measure-help.ts";
import { addMultilevelFlags, type MultilevelFlags, multilevelFlagProblems } from "./multilevel-pool.ts";
import { type CommonOptions, levelOption, numberOption, seedOption } from "./options.ts";

/** Options of a pool as they stand on the command line. */
export interface PoolFlags extends CommonOptions, BayesFlags, DiagnosticFlags, ExactFlags, MultilevelFlags {
  measure?: string;
  method: string;
  common?: boolean;
  tauSquared?: string;
  interval?: string;
  prediction?: string;
  tauSquaredInterval?: string;
  keep?: string[];
  moderator?: string[];
  backTransform?: string;
  variance?: string;
  add?: number;
  addTo?: "only-zero" | "all" | "none";
  level: number;
  seed: number;
}

type Registry<Entry extends { readonly name: string }> = readonly Entry[];

const names = (registry: Registry<{ readonly name: string }>): string[] => registry.map(({ name }) => name);

/** The entry of a name that the command line has checked; undefined where none was asked for. */
function named<Entry extends { readonly name: string }>(
  registry: Registry<Entry>,
  name: string | undefined,
): Entry | undefined {
  return registry.find((entry) => entry.name === name);
}

/** A choice whose default is that of the library, so that it is known whether it was asked for. */
function libraryChoice(flags: string, description: string, registry: Registry<{ readonly name: string }>) {
  return new Option(flags, `${description} (default: ${registry[0]!.name})`).choices(names(registry));
}

/** Transformations that need no size of each series. */
const plainTransforms = backTransforms.filter(({ size }) => size === null);

/** Adds the flags of a pool to a command. */
export function addPoolFlags(command: Command): Command {
  return addBayesFlags(addDiagnosticFlags(addExactFlag(addMultilevelFlags(addMethodFlags(command)))))
    .addOption(levelOption())
    .addOption(seedOption())
    .addHelpText("after", () => measureHelp());
}

function addMethodFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--measure <measure>",
        "effect measure; needed unless the file has estimate with standard_error or variance",
      ).choices(names(effectMeasures)),
    )
    .addOption(
      new Option("--method <method>", "way to the pool")
        .choices(names(poolMethods))
        .default(poolMethods[0]!.name),
    )
    .option("--common", "take one effect for all series: short for --tau-squared common-effect --interval z")
    .addOption(libraryChoice("--tau-squared <estimator>", "variance between series", tauSquaredEstimators))
    .addOption(libraryChoice("--interval <method>", "interval of the mean", meanIntervals))
    .addOption(libraryChoice("--prediction <method>", "interval for a further series", predictionIntervals))
    .addOption(
      libraryChoice("--tau-squared-interval <method>", "interval of τ², τ, I² and H²", tauSquaredIntervals),
    )
    .option("--moderator <column...>", "columns that the effect may go with: numbers, or texts")
    .option("--keep <series...>", "of series that share patients, those to keep; the others are left out")
    .addOption(
      new Option(
        "--back-transform <name>",
        "how estimates in the file lead to a scale that people read, such as exp for log ratios",
      ).choices(names(plainTransforms)),
    )
    .option("--variance <type>", "the measure's sampling variance, such as UB")
    .addOption(
      numberOption(
        "--add <amount>",
        "what is added to each count where one is 0 (default: the measure's, mostly 0.5)",
        (value) => value >= 0,
        "a number of at least 0",
      ),
    )
    .addOption(
      new Option("--add-to <series>", "to which series it is added (default: the measure's)").choices([
        "only-zero",
        "all",
        "none",
      ]),
    );
}

/** Options without meaning beside those that exclude them. */
export function poolFlagProblems(flags: PoolFlags): string[] {
  const problems = [
    ...bayesFlagProblems(flags),
    ...besideBayes(flags),
    ...besideExact(flags),
    ...besideMultilevel(flags),
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

function effectOptions({ variance, add, addTo }: PoolFlags): PoolSeriesOptions["effects"] {
  if (variance === undefined && add === undefined && addTo === undefined) return undefined;
  const zeros = { ...(add !== undefined && { add }), ...(addTo !== undefined && { to: addTo }) };
  return { ...(variance !== undefined && { variance }), ...(Object.keys(zeros).length > 0 && { zeros }) };
}

/** The measure that was asked for. */
export function measureOf({ measure }: PoolFlags): EffectMeasure | undefined {
  return named(effectMeasures, measure);
}

/** The options of `poolSeries` that the flags mean. */
export function poolOptions(flags: PoolFlags): PoolSeriesOptions {
  const tauSquared = flags.common ? "common-effect" : flags.tauSquared;
  const interval = flags.common ? "z" : flags.interval;
  const options: { [Name in keyof PoolSeriesOptions]: PoolSeriesOptions[Name] | undefined } = {
    method: named(poolMethods, flags.method),
    measure: measureOf(flags),
    tauSquared: named(tauSquaredEstimators, tauSquared),
    interval: named(meanIntervals, interval),
    prediction: named(predictionIntervals, flags.prediction),
    tauSquaredInterval: named(tauSquaredIntervals, flags.tauSquaredInterval),
    backTransform: named(backTransforms, flags.backTransform)?.name,
    effects: effectOptions(flags),
    moderators: flags.moderator,
  };
  const asked = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const { keep = [], level, seed } = flags;
  return { ...asked, keep, level, seed, others: effectMeasures };
}
