import { join } from "node:path";
import { EstimationError, InputError } from "../../errors.ts";
import { readPatients } from "../../read/index.ts";
import { responseCurveChart, toSvg } from "../../render/charts/index.ts";
import { type IndexRow, indexHtml, responseHtml, responseSummary } from "../../render/index.ts";
import { nameWithOutcome } from "../../render/patient-name.ts";
import { type FitResponseOptions, fitResponse } from "../../response/index.ts";
import type { Patient } from "../../schema/patient.ts";
import type { CliCommand } from "../command.ts";
import { expandFolders, type InputText, readInput, writeOutput } from "../files.ts";
import { furtherResults } from "../further-results.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import type { CommonOptions } from "../options.ts";
import { reportError, UsageError } from "../report-error.ts";
import { addResponseFlags, fitOptions, patientOptions, type ResponseFlags } from "../response-options.ts";

type Flags = ResponseFlags & CommonOptions;

/** Writes one report per patient and an index of them. */
export const report: CliCommand = {
  name: "report",
  add(program, io, end) {
    addResponseFlags(program.command("report"))
      .description("write a folder with one report per patient and an index")
      .argument("<files...>", "patients as CSV or JSON, or folders of them")
      .action(async (files: string[], _, command) => end(await run(files, command.optsWithGlobals(), io)));
  },
};

interface Reading {
  input: InputText;
  patients: Patient[];
}

async function run(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const out = flags.output;
  if (out === undefined) throw new UsageError("report needs -o OUT, the folder to write to");
  const asked = patientOptions(flags);
  const options = await fitOptions(flags, io);
  const rows: IndexRow[] = [];
  const readings: Reading[] = [];
  let code: ExitCode = exitCodes.done;
  for (const file of await expandFolders(files)) {
    try {
      readings.push(await readFileOf(file, asked, io));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      reportError(error, io);
      code = exitCodes.noAnswer;
      rows.push({ patient: file, href: null, status: "unreadable", summary: error.message });
    }
  }
  if (readings.length === 0) return exitCodes.badInput;
  const folders = new Set<string>();
  for (const { input, patients } of readings) {
    for (const patient of patients) {
      const row = await reportOne(patient, input, options, out, folders, io);
      if (row.href === null) code = exitCodes.noAnswer;
      rows.push(row);
    }
  }
  await writeOutput(join(out, "index.html"), indexHtml(rows));
  const nDone = rows.filter(({ href }) => href !== null).length;
  if (!flags.quiet)
    io.stderr(`${nDone} of ${rows.length} reports written; open ${join(out, "index.html")}\n`);
  return code;
}

async function readFileOf(file: string, asked: ReturnType<typeof patientOptions>, io: Io): Promise<Reading> {
  const input = await readInput(file, io);
  return { input, patients: readPatients(input.text, asked(input)) };
}

async function reportOne(
  patient: Patient,
  input: InputText,
  options: FitResponseOptions,
  out: string,
  folders: Set<string>,
  io: Io,
): Promise<IndexRow> {
  const name = nameWithOutcome(patient);
  try {
    const result = fitResponse(patient, options);
    result.provenance.inputSha256 = input.sha256;
    const svg = await toSvg(responseCurveChart(result));
    const folder = freeFolder(name, folders);
    await writeOutput(join(out, folder, "result.json"), `${JSON.stringify(result, null, 2)}\n`);
    await writeOutput(join(out, folder, "chart.svg"), `${svg}\n`);
    const further = await furtherResults({ result, patient, options });
    await writeOutput(join(out, folder, "report.html"), responseHtml(result, svg, further));
    return {
      patient: name,
      href: `${encodeURIComponent(folder)}/report.html`,
      status: "done",
      summary: responseSummary(result),
      svg,
    };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    reportError(error, io, `${input.path}: ${name}`);
    return { patient: name, href: null, status: "no answer", summary: error.message };
  }
}

/** A folder name for a patient: its id in safe characters, numbered where two would share one. */
function freeFolder(id: string, taken: Set<string>): string {
  const safe =
    id
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}_-]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 60) || "patient";
  let name = safe;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${safe}-${i}`;
  taken.add(name.toLowerCase());
  return name;
}
