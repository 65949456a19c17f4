import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCsv } from "../../../src/read/split-csv.ts";

interface Split {
  records: string[][];
  problem: string | null;
}

const CODES: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "quote-not-closed",
  CSV_INVALID_CLOSING_QUOTE: "text-after-quote",
  INVALID_OPENING_QUOTE: "quote-within-field",
};

function split(text: string, delimiter: string): Split {
  const records: string[][] = [];
  const problem = splitCsv(text, delimiter, (fields) => records.push(fields));
  return { records, problem };
}

/** The same by csv-parse. */
function parsed(text: string, delimiter: string): Split {
  const records: string[][] = [];
  const keep = (fields: string[]): null => {
    records.push(fields);
    return null;
  };
  try {
    const format = { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true };
    parse(text, { ...format, on_record: keep });
    return { records, problem: null };
  } catch (error) {
    return { records, problem: CODES[(error as { code: string }).code] ?? "another" };
  }
}

describe("splitCsv", () => {
  it.each([
    ["", []],
    ["a", [["a"]]],
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,\r\n,b\r",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ["\n\na\n\n", [[""], [""], ["a"], [""]]],
    [
      '"a,b","c\r\nd"\n"say ""so""",""',
      [
        ["a,b", "c\r\nd"],
        ['say "so"', ""],
      ],
    ],
  ])("splits %j", (text, records) => {
    expect(split(text, ",")).toEqual({ records, problem: null });
  });

  it.each([
    ['a\n"b', "quote-not-closed"],
    ['a\n"b""', "quote-not-closed"],
    ['a\n"b"c', "text-after-quote"],
    ['a\n"b" ,c', "text-after-quote"],
    ['a\nb"c', "quote-within-field"],
    ['a\n "b"', "quote-within-field"],
  ])("stops in the second record of %j: %s", (text, problem) => {
    expect(split(text, ",")).toEqual({ records: [["a"]], problem });
  });

  it.each([",", ";", "\t"])("agrees with csv-parse on any text with %j", (delimiter) => {
    const piece = fc.constantFrom("a", "1", " ", '"', '""', delimiter, "\n", "\r\n", "\r", "ä", ",");
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (csv) => {
        expect(split(csv, delimiter)).toEqual(parsed(csv, delimiter));
      }),
      { seed: 20_061_112, numRuns: 3000 },
    );
  });
});
