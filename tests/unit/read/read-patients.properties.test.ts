import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readPatients } from "../../../src/read/index.ts";
import { patientSchema } from "../../../src/schema/index.ts";
import { COLUMNS, cohort, interleave, toCells, toCsv } from "./random-patients.ts";

const SEED = 20040601;

test("patients written as CSV with any delimiter are read back the same", () => {
  fc.assert(
    fc.property(
      cohort,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      (drawn, delimiter, end) => {
        const read = readPatients(toCsv(interleave(drawn.map(toCells)), delimiter, end));
        expect(read).toEqual(drawn.map(({ patient }) => patient));
        for (const patient of read)
          expect(patientSchema.parse(JSON.parse(JSON.stringify(patient)))).toEqual(patient);
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

test("patients written as JSON are read back the same", () => {
  fc.assert(
    fc.property(cohort, (drawn) => {
      const rows = interleave(drawn.map(toCells));
      expect(readPatients(JSON.stringify({ rows }))).toEqual(drawn.map(({ patient }) => patient));
    }),
    { seed: SEED, numRuns: 100 },
  );
});

/** Runs the reader and lets nothing through but an InputError with sound issues. */
function readOrInputError(text: string): void {
  try {
    for (const patient of readPatients(text)) patientSchema.parse(patient);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    for (const { message } of error.issues) expect(message).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]+[^.]$/u);
  }
}

test("no text whatever throws anything but an InputError", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), readOrInputError), {
    seed: SEED,
    numRuns: 500,
  });
});

test("no text of the right letters throws anything but an InputError", () => {
  const piece = fc.constantFrom(
    ...[
      ...COLUMNS,
      "date",
      "\n",
      "\n",
      "\r\n",
      ",",
      ",",
      ",",
      ";",
      "\t",
      '"',
      "0",
      "7",
      "-",
      "–",
      "6-8",
      "1e3",
      "yes",
      "no",
    ],
    ...[
      "NA",
      ".",
      "2004-06-01",
      "2004-02-30",
      "abc",
      " ",
      "{",
      "[",
      "}",
      "]",
      ":",
      "__proto__",
      "\uFEFF",
      "1e999",
      "-5",
    ],
  );
  const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(text, readOrInputError), { seed: SEED, numRuns: 2000 });
});

test("no rows of the right columns throw anything but an InputError", () => {
  const cell = fc.constantFrom(
    "",
    "",
    "",
    "0",
    "1",
    "7",
    "14",
    "-3",
    "6-8",
    "yes",
    "no",
    "2004-06-01",
    "2004-06-09",
    "x",
    "7.5",
    "pain",
  );
  const width = COLUMNS.length + 1;
  const table = fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(table, (rows) => {
      readOrInputError([[...COLUMNS, "date"].join(","), ...rows.map((row) => row.join(","))].join("\n"));
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test("no JSON whatever throws anything but an InputError", () => {
  const rows = fc.array(
    fc.dictionary(fc.constantFrom(...COLUMNS, "date", "__proto__", "Score"), fc.jsonValue()),
  );
  const outcome = fc.record({ scale: fc.jsonValue(), improvement: fc.jsonValue() }, { requiredKeys: [] });
  const outcomes = fc.oneof(fc.dictionary(fc.string(), fc.oneof(outcome, fc.jsonValue())), fc.jsonValue());
  const settings = { scale: fc.jsonValue(), improvement: fc.jsonValue(), outcomes };
  const file = fc.record({ rows: fc.oneof(rows, fc.jsonValue()), ...settings }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.oneof(file, fc.jsonValue()), (value) => {
      readOrInputError(JSON.stringify(value));
    }),
    { seed: SEED, numRuns: 1000 },
  );
});
