import { type Command, InvalidArgumentError, Option } from "commander";
import { type SpreadLaw, type SpreadLawFamily, spreadLaws } from "../pooling/index.ts";

/** Options of a pool whose series may lack their standard deviation, as they stand on the command line. */
export interface SpreadFlags {
  spread?: string;
  spreadValues?: number[];
}

const HELP = `
A series without its standard deviation enters with every one that some patients with its numbers can have. These columns narrow
it, all in the unit of the mean: minimum, maximum, median, lower_quartile, upper_quartile, lower_bound and upper_bound (that no
patient's value can pass, such as 0 and 100), step (of one patient's value), decimals (of the printed mean), standard_error.
`;

function numbersIn(text: string): number[] {
  const values = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (values.every(Number.isFinite)) return values;
  throw new InvalidArgumentError(`a number, or several with commas between them, is needed, got "${text}"`);
}

const listed = ({ parameters }: SpreadLawFamily): string => parameters.join(",");

/** Adds the flags of what is taken for standard deviations that are not reported. */
export function addSpreadFlags(command: Command): Command {
  const several = spreadLaws
    .filter(({ parameters }) => parameters.length > 0)
    .map((family) => `${family.name} ${listed(family)}`)
    .join("; ");
  return command
    .addOption(
      new Option(
        "--spread <law>",
        `distribution of each standard deviation that a series does not report (default: ${spreadLaws[0]!.name}, on all that are feasible)`,
      ).choices(spreadLaws.map(({ name }) => name)),
    )
    .addOption(
      new Option(
        "--spread-values <numbers>",
        `numbers of that distribution (${several}), in the unit of the standard deviation`,
      ).argParser(numbersIn),
    )
    .addHelpText("after", () => HELP);
}

function familyOf({ spread }: SpreadFlags): SpreadLawFamily {
  return spreadLaws.find(({ name }) => name === spread) ?? spreadLaws[0]!;
}

/** The distribution that was asked for. */
export function spreadLawOf(flags: SpreadFlags): SpreadLaw {
  return familyOf(flags).create(...(flags.spreadValues ?? []));
}

/** What is wrong with the numbers of the distribution. */
export function spreadFlagProblems(flags: SpreadFlags): string[] {
  const family = familyOf(flags);
  const { spread, spreadValues = [] } = flags;
  if (spread === undefined && spreadValues.length > 0) return ["--spread-values: needs --spread"];
  if (spreadValues.length !== family.parameters.length) {
    const needed = family.parameters.length === 0 ? "takes no numbers" : `needs ${listed(family)}`;
    const got = spreadValues.length === 0 ? "none" : spreadValues.join(",");
    return [`--spread-values: --spread ${family.name} ${needed}, got ${got}`];
  }
  try {
    spreadLawOf(flags);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [`--spread-values: ${error.message}`];
    throw error;
  }
}
