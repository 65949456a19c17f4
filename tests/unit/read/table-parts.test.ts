import { describe, expect, test } from "vitest";
import { calendarDate, isoDate } from "../../../src/read/cells/calendar-date.ts";
import { isMissing } from "../../../src/read/cells/cell-kind.ts";
import { decimalNumber, parseDecimal } from "../../../src/read/cells/decimal-number.ts";
import { parseRange } from "../../../src/read/cells/number-range.ts";
import { csvRecords } from "../../../src/read/csv-records.ts";
import { describeFound, showText } from "../../../src/read/describe-found.ts";
import { detectDelimiter } from "../../../src/read/detect-delimiter.ts";
import { nearestName } from "../../../src/read/nearest-name.ts";
import { readTable } from "../../../src/read/read-table.ts";

describe("a decimal number", () => {
  test.each([
    ["7", 7],
    ["-7.25", -7.25],
    ["+.5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1E-3", 0.001],
    ["  2\t", 2],
    ["\u22123", -3],
    ["1e-400", 0],
  ])("is read from %j", (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test("is never minus zero", () => {
    expect(parseDecimal("-0")).toBe(0);
    expect(decimalNumber.read(-0, false)).toBe(0);
  });

  test.each([
    "",
    " ",
    ".",
    "-",
    "e3",
    "1e",
    "0x10",
    "0b1",
    "1_000",
    "Infinity",
    "NaN",
    "1e999",
    "1,5",
    "1.2.3",
    "٣",
  ])("is not read from %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test("has a decimal comma only where that is said", () => {
    expect(parseDecimal("7,5", true)).toBe(7.5);
    expect(parseDecimal(",5", true)).toBe(0.5);
    expect(parseDecimal("7.5", true)).toBe(7.5);
    for (const text of ["1,234.5", "1.234,5", "1,2,3", ","]) expect(parseDecimal(text, true)).toBeUndefined();
  });

  test("is told from a long row of digits at once", () => {
    expect(parseDecimal(`${"1".repeat(2_000_000)}x`)).toBeUndefined();
    expect(parseRange(`${"1".repeat(2_000_000)}x-2`)).toBeUndefined();
  });
});

describe("a date", () => {
  test("is days since 1970 and back", () => {
    expect(calendarDate.read("2004-06-01", false)).toBe(12_570);
    expect(isoDate(12_570)).toBe("2004-06-01");
    expect(calendarDate.read("1970-01-01", false)).toBe(0);
    expect(calendarDate.read("0050-01-01", false)).toBe(-701_265);
  });
});

describe("a missing cell", () => {
  test("is null, undefined, empty, NA or .", () => {
    for (const cell of [null, undefined, "", " ", "NA", " . "]) expect(isMissing(cell)).toBe(true);
    for (const cell of [0, false, "na", "N/A", "0", "..", [], {}]) expect(isMissing(cell)).toBe(false);
  });
});

describe("the delimiter", () => {
  test.each([
    ["a,b", ","],
    ["a;b", ";"],
    ["a\tb", "\t"],
    ["a", ","],
    ["", ","],
    ["a,b;c", ","],
    ["a;b;c,d", ";"],
    ['"a,b,c";d', ";"],
    ['"a""b,c,d";e', ";"],
    ['"a\nb";c', ";"],
    ["\n\r\na;b\n,,,,", ";"],
    ["a\r;;", ","],
  ])("of %j is %j", (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

describe("CSV records", () => {
  test("know the rows they begin in", () => {
    expect(csvRecords('a,b\r\n"1\r\n\r\n2",3\n\n"x\ry"\r4', ",")).toEqual({
      records: [
        { row: 1, fields: ["a", "b"] },
        { row: 2, fields: ["1\r\n\r\n2", "3"] },
        { row: 5, fields: [""] },
        { row: 6, fields: ["x\ry"] },
        { row: 8, fields: ["4"] },
      ],
      stopped: null,
    });
  });
});

describe("what was found", () => {
  test("is shown in one line, shortened, with nothing invisible", () => {
    expect(describeFound('a"b\n\u200F')).toBe('"a"b\\u{a}\\u{200f}"');
    expect(describeFound("\ud800")).toBe('"\\u{d800}"');
    expect(describeFound("😀".repeat(41))).toBe(`"${"😀".repeat(40)}…"`);
    expect(showText("x".repeat(40))).toBe("x".repeat(40));
    expect([7, true, null, [], {}].map(describeFound)).toEqual(["7", "true", "null", "a list", "an object"]);
  });
});

describe("the nearest name", () => {
  test("is near, the first of equals, or none", () => {
    expect(nearestName("dat", ["day", "date"])).toBe("day");
    expect(nearestName("vas", ["day", "score"])).toBeUndefined();
    expect(nearestName("", ["day"])).toBeUndefined();
    expect(nearestName("d", ["day"])).toBeUndefined();
    expect(nearestName("day".repeat(20), ["day"])).toBeUndefined();
  });
});

describe("a table", () => {
  test("has whatever columns it is told of", () => {
    const options = { columns: { lower: decimalNumber }, required: [], settings: [] };
    const problems: unknown[] = [];
    const table = readTable("lower\n7\nx\n", options, (...problem) => problems.push(problem));
    expect(table.rows.map(({ row, cells }) => [row, cells.lower])).toEqual([
      [2, 7],
      [3, null],
    ]);
    expect(problems).toEqual([['lower must be a number, got "x"', 3, "lower"]]);
  });
});
