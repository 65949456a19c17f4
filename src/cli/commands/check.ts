import { readPatients } from "../../read/index.ts";
import type { Patient } from "../../schema/patient.ts";
import type { CliCommand } from "../command.ts";
import { readInput } from "../files.ts";
import { type ExitCode, exitCodes } from "../io.ts";
import { chosenScale, numberOption } from "../options.ts";
import { reportError } from "../report-error.ts";

/** Validates files without analysing them. */
export const check: CliCommand = {
  name: "check",
  add(program, io, end) {
    program
      .command("check")
      .description("read files and list every problem in them, nothing more")
      .argument("<files...>", "patients as CSV or JSON, - for standard input")
      .option("--scale <range>", "lowest and highest score, such as 0-100 (default: the file's, else 0-10)")
      .addOption(
        numberOption("--step <step>", "distance between two scores", (v) => v > 0, "a positive number"),
      )
      .action(async (files: string[], options: { scale?: string; step?: number }) => {
        const scale = chosenScale(options);
        let code: ExitCode = exitCodes.done;
        for (const file of files) {
          try {
            const input = await readInput(file, io);
            const patients = readPatients(input.text, {
              path: input.path,
              patient: input.stem,
              ...(scale && { scale }),
            });
            io.stdout(`${input.path}: ok, ${describe(patients)}\n`);
          } catch (error) {
            code = reportError(error, io);
          }
        }
        end(code);
      });
  },
};

function describe(patients: readonly Patient[]): string {
  const people = new Map(patients.map((one) => [one.patient, one]));
  const outcomes = new Set(patients.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])));
  const sum = (counts: number[]): number => counts.reduce((total, n) => total + n, 0);
  const missed = sum([...people.values()].map(({ missedVisits }) => missedVisits?.length ?? 0));
  return [
    count(people.size, "patient"),
    ...(outcomes.size > 0 ? [count(outcomes.size, "outcome")] : []),
    count(sum(patients.map(({ scores }) => scores.length)), "score"),
    count(sum([...people.values()].map(({ courses }) => courses.length)), "course"),
    ...(missed > 0 ? [count(missed, "missed visit")] : []),
  ].join(", ");
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
