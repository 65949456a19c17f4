import { readPatients } from "../../read/read-patients.ts";
import type { Patient } from "../../schema/patient.ts";
import { type InputText, readInput } from "../files.ts";
import type { Io } from "../io.ts";
import type { patientOptions } from "../response-options.ts";

/** A file and the patients in it. */
export interface ReadFile {
  sha256: string;
  /** As messages name it. */
  path: string;
  patients: Patient[];
}

/** Reads a file of patients; keeps one file at a time, and the standard input, which comes once. */
export type PatientSource = (file: string) => Promise<ReadFile>;

export function patientSource(asked: ReturnType<typeof patientOptions>, io: Io): PatientSource {
  let kept: { file: string; read: ReadFile } | undefined;
  let stdin: InputText | undefined;
  return async (file) => {
    if (kept?.file === file) return kept.read;
    const input = (file === "-" ? stdin : undefined) ?? (await readInput(file, io));
    if (file === "-") stdin = input;
    const { sha256, path, text } = input;
    const read = { sha256, path, patients: readPatients(text, asked(input)) };
    kept = { file, read };
    return read;
  };
}
