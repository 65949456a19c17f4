import { readFile } from "node:fs/promises";
import { type Dataset, datasets as registry } from "../../datasets/index.ts";
import { textTable } from "../../render/index.ts";
import { didYouMean } from "../closest-word.ts";
import type { CommandSetUp } from "../command.ts";
import { writeOutput } from "../files.ts";
import { exitCodes } from "../io.ts";
import { type CommonOptions, unusedLevelOption, unusedSeedOption } from "../options.ts";
import { packageRoot } from "../package-root.ts";
import { UsageError } from "../report-error.ts";

/** Lists the shipped data sets, or prints a file of one. */
export const datasets: CommandSetUp = (command, io, end) => {
  command
    .argument("[name]", "a data set, or a file of it such as kizawa-2006/README.md")
    .addOption(unusedLevelOption())
    .addOption(unusedSeedOption())
    .action(async (name: string | undefined) => {
      const { output, format } = command.optsWithGlobals() as CommonOptions;
      const text = name === undefined ? list(format) : await contentOf(name);
      if (output === undefined) io.stdout(text);
      else await writeOutput(output, text);
      end(exitCodes.done);
    });
};

function list(format: string): string {
  if (format === "json") return `${JSON.stringify(registry, null, 2)}\n`;
  const rows = registry.map(({ name, kind, files, title }) => [name, kind, files.join(" "), title]);
  return `${textTable([["name", "kind", "files", "what"], ...rows]).join("\n")}\n`;
}

async function contentOf(name: string): Promise<string> {
  const [wanted, file] = name.split("/", 2) as [string, string | undefined];
  const found: Dataset | undefined = registry.find((dataset) => dataset.name === wanted);
  if (!found) {
    throw new UsageError(
      `No data set "${wanted}": one of ${registry.map((dataset) => dataset.name).join(", ")} is needed${didYouMean(
        wanted,
        registry.map((dataset) => dataset.name),
      )}`,
    );
  }
  const known = [...found.files, "README.md"];
  if (file !== undefined && !known.includes(file)) {
    throw new UsageError(`No file "${file}" in ${wanted}: one of ${known.join(", ")} is needed`);
  }
  return readFile(new URL(`datasets/${wanted}/${file ?? found.files[0]}`, packageRoot), "utf8");
}
