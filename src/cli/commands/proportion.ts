import { InputError } from "../../errors.ts";
import { describeProportion, proportionMethods } from "../../pooling/index.ts";
import { proportionChart } from "../../render/charts/index.ts";
import { proportionCsv, proportionHtml, proportionMarkdown, proportionText } from "../../render/index.ts";
import type { ProportionResult } from "../../schema/proportion-result.ts";
import type { CommandSetUp } from "../command.ts";
import { exitCodes } from "../io.ts";
import { type CommonOptions, choiceOption, levelOption, seedOption } from "../options.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { writeReport } from "../write-report.ts";

interface ProportionFlags extends CommonOptions {
  method: string;
  level: number;
  seed: number;
}

/** The interval of one proportion by every method. */
export const proportion: CommandSetUp = (command, io, end) => {
  command
    .argument("<events>", "patients with the event")
    .argument("<n>", "patients")
    .addOption(
      choiceOption(
        "--method <method>",
        "method of the headline",
        proportionMethods.map(({ name }) => name),
        proportionMethods[0]!.name,
      ),
    )
    .addOption(levelOption())
    .addOption(seedOption("kept among the options of the result for the record; nothing here is drawn"))
    .action(async (events: string, n: string) => {
      const flags: ProportionFlags = command.optsWithGlobals();
      await writeReport(described(events, n, flags), writer, flags, io);
      end(exitCodes.done);
    });
};

const writer: ReportWriter<ProportionResult> = {
  text: (results) => results.map(proportionText).join("\n"),
  results: (result) => [result],
  csv: ([result]) => proportionCsv(result!),
  markdown: (results) => results.map(proportionMarkdown).join("\n"),
  chart: proportionChart,
  html: proportionHtml,
};

function described(
  events: string,
  n: string,
  { method: name, level, seed }: ProportionFlags,
): ProportionResult {
  const number = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
  const method = proportionMethods.find((one) => one.name === name)!;
  try {
    const result = describeProportion(number(events), number(n), { method, level });
    const { provenance } = result;
    return { ...result, provenance: { ...provenance, options: { ...provenance.options, seed } } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const given: Record<string, string> = { events, n };
    const lines = error.issues.map(
      ({ path, message }) =>
        `${path.toUpperCase()} ${message.replace(/got NaN$/u, `got "${given[path] ?? ""}"`)}`,
    );
    throw new UsageError(lines.join("\nnof1: "));
  }
}
