import { type Command, Option } from "commander";
import {
  backTransforms,
  type EffectMeasure,
  effectMeasures,
  meanIntervals,
  type PoolSeriesOptions,
  poolMethods,
  predictionIntervals,
  tauSquaredEstimators,
  tauSquaredIntervals,
} from "../pooling/index.ts";
import { addBayesFlags, type BayesFlags } from "./bayes-flags.ts";
import { addDiagnosticFlags, type DiagnosticFlags } from "./diagnostic-flags.ts";
import { addEvidenceFlag, type EvidenceFlags } from "./evidence-list.ts";
import { addExactFlag, type ExactFlags } from "./exact-pool.ts";
import { measureHelp } from "./measure-help.ts";
import { addModeratorFlags, type ModeratorFlags } from "./moderator-flags.ts";
import { addMultilevelFlags, type MultilevelFlags } from "./multilevel-flags.ts";
import { type CommonOptions, levelOption, numberOption, seedOption } from "./options.ts";
import { addChartFlag, type ChartFlags } from "./pool-pictures.ts";
import { addSpreadFlags, type SpreadFlags } from "./spread-flags.ts";

/** Options of a pool as they stand on the command line. */
export interface PoolFlags
  extends CommonOptions,
    BayesFlags,
    ChartFlags,
    DiagnosticFlags,
    EvidenceFlags,
    ExactFlags,
    ModeratorFlags,
    MultilevelFlags,
    SpreadFlags {
  measure?: string;
  method: string;
  common?: boolean;
  tauSquared?: string;
  interval?: string;
  prediction?: string;
  tauSquaredInterval?: string;
  keep?: string[];
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
export function named<Entry extends { readonly name: string }>(
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
  const steps = [
    addMethodFlags,
    addModeratorFlags,
    addDiagnosticFlags,
    addBayesFlags,
    addExactFlag,
    addMultilevelFlags,
    addEvidenceFlag,
    addSpreadFlags,
    addChartFlag,
  ];
  return steps
    .reduce((built, add) => add(built), command)
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
