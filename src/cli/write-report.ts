import { writeOutput } from "./files.ts";
import type { Io } from "./io.ts";
import type { CommonOptions } from "./options.ts";
import { outputFormats, type ReportWriter } from "./output-formats.ts";

/** Writes reports in the format that was asked for, to the file with what belongs beside it, or to the standard output. */
export async function writeReports<Report>(
  reports: readonly Report[],
  writer: ReportWriter<Report>,
  flags: CommonOptions,
  io: Io,
): Promise<void> {
  const { format: name, output, quiet } = flags;
  const format = outputFormats.find((one) => one.name === name)!;
  const content = await format.write(reports, writer, flags, (line) => {
    if (!quiet) io.stderr(`nof1: ${line}\n`);
  });
  if (output === undefined) return io.stdout(content);
  const beside = (await format.beside?.(reports, writer, flags)) ?? new Map<string, string>();
  for (const [path, file] of beside) await writeOutput(path, file);
  await writeOutput(output, content);
}

/** Writes one report. */
export function writeReport<Report>(
  report: Report,
  writer: ReportWriter<Report>,
  flags: CommonOptions,
  io: Io,
): Promise<void> {
  return writeReports([report], writer, flags, io);
}
