import { writeOutput } from "./files.ts";
import type { Io } from "./io.ts";
import type { CommonOptions } from "./options.ts";
import { outputFormats, type ReportWriter } from "./output-formats.ts";

/** Writes one report in the format that was asked for, to the file or the standard output. */
export async function writeReport<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  { format: name, output }: CommonOptions,
  io: Io,
): Promise<void> {
  const format = outputFormats.find((one) => one.name === name)!;
  const content = await format.write([report], writer);
  if (output === undefined) io.stdout(content);
  else await writeOutput(output, content);
}
