import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { issuesOf, problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

const KNOWN =
  "known are patient, outcome, day, date, score, dose_g_per_kg, course, day_earliest, day_latest, days_after_course, rescue, note";
const SIMPLE = [patient([score(0, 9), score(14, 3, { coursesBefore: 1 })], [course(0, { doseGPerKg: 2 })])];

describe("a CSV file of patients", () => {
  test.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("is read with a %s between its fields", (_, delimiter) => {
    const text = "day,score,dose_g_per_kg\n0,9,2\n14,3,\n".replaceAll(",", delimiter);
    expect(readPatients(text)).toEqual(SIMPLE);
  });

  test.each([
    ["a newline", "\n"],
    ["a carriage return and a newline", "\r\n"],
    ["a carriage return", "\r"],
  ])("may end its lines in %s", (_, end) => {
    expect(readPatients(["day,score,dose_g_per_kg", "0,9,2", "14,3,"].join(end))).toEqual(SIMPLE);
  });

  test("may begin with a byte order mark, in either format", () => {
    expect(readPatients("\uFEFFday,score,dose_g_per_kg\n0,9,2\n14,3,")).toEqual(SIMPLE);
    const rows = [
      { day: 0, score: 9, dose_g_per_kg: 2 },
      { day: 14, score: 3 },
    ];
    expect(readPatients(`\uFEFF ${JSON.stringify({ rows })}`)).toEqual(SIMPLE);
  });

  test("may have its columns in any order and white space around names and cells", () => {
    expect(readPatients(" score , dose_g_per_kg ,day\n 9 , 2,0 \n3,, 14\n")).toEqual(SIMPLE);
  });

  test("takes the delimiter from the header outside quotes", () => {
    expect(
      readPatients('"day";"score";"note"\n0;7,5;"a,b,c"\n', {
        scale: { minimum: 0, maximum: 10, step: 0.5 },
      }),
    ).toEqual([
      patient([score(0, 7.5, { note: "a,b,c" })], [], { scale: { minimum: 0, maximum: 10, step: 0.5 } }),
    ]);
  });

  test.each([";", "\t"])("reads decimal commas and points where the delimiter is %j", (delimiter) => {
    const scale = { minimum: 0, maximum: 10, step: 0.5 };
    const text = "day|score\n0,25|7,5\n1.5|7.5\n2|6,5-7.5".replaceAll("|", delimiter);
    const scores = [score(0.25, 7.5), score(1.5, 7.5), score(2, 6.5, { upper: 7.5 })];
    expect(readPatients(text, { scale })).toEqual([patient(scores, [], { scale })]);
  });

  test("takes no decimal comma where the delimiter is a comma", () => {
    expect(problemsOf('day,score\n"1,5","7,0"')).toEqual([
      'f:2:day: day must be a number, got "1,5"',
      'f:2:score: score must be a number or a range such as 6-8, got "7,0"',
    ]);
  });

  test("takes empty, NA and . as missing", () => {
    const text =
      "patient,day,score,dose_g_per_kg,course,day_earliest,day_latest,days_after_course,rescue,note,date\nNA,0,9,.,NA,.,NA,,.,NA, NA \n";
    expect(readPatients(text)).toEqual([patient([score(0, 9)], [])]);
  });

  test("skips rows with nothing in them and counts them", () => {
    const text = "\n\nday,score\n\n0,9\n,\n  \n,,,,\nNA,.\n1,x\n\n";
    expect(problemsOf(text)).toEqual(['f:10:score: score must be a number or a range such as 6-8, got "x"']);
  });

  test("keeps delimiters, doubled quotes and line breaks within quoted fields", () => {
    const read = readPatients('day,score,note\n0,9,"a, ""b""\r\nc"\n1,8,d\n');
    expect(read[0]?.scores.map(({ note }) => note)).toEqual(['a, "b"\r\nc', "d"]);
  });

  test("names the row in which a record begins, whatever line breaks came before within quotes", () => {
    const text = 'day,score,note\n0,9,"a\r\nb\rc\nd"\nx,8,"e\nf"\ny,7,\n';
    expect(problemsOf(text)).toEqual([
      'f:6:day: day must be a number, got "x"',
      'f:8:day: day must be a number, got "y"',
    ]);
  });

  test("skips a column without name and content, as spreadsheets write them", () => {
    expect(readPatients("day,score,dose_g_per_kg,,\n0,9,2,,\n14,3,,NA,\n")).toEqual(SIMPLE);
  });

  test("refuses a column without a name where something stands in it, once", () => {
    expect(problemsOf(",day,score\n1,0,9\n2,1,8\n")).toEqual([
      'f:1: column 1 has no name; name it or empty it, got "1" in row 2',
    ]);
  });
});

describe("the header of a CSV file", () => {
  test.each([
    ["Score", "score"],
    ["DAY", "day"],
    ["scroe", "score"],
    ["dose", "dose_g_per_kg"],
    ["Patient ID", "patient"],
    ["Day Earliest", "day_earliest"],
    ["days-after-course", "days_after_course"],
  ])("with %s asks whether %s was meant", (found, meant) => {
    expect(problemsOf(`day,score,course,${found}\n0,9,yes,\n`)).toEqual([
      `f:1:${found}: unknown column "${found}"; did you mean \`${meant}\`?`,
    ]);
  });

  test("with a name like none of those known lists them", () => {
    expect(problemsOf("day,score,weather\n0,9,rain")).toEqual([
      `f:1:weather: unknown column "weather"; ${KNOWN}`,
    ]);
  });

  test("with a misspelt name brings no further problem about the column that was meant", () => {
    expect(problemsOf("Day,Score\n0,9\n1,8\n")).toEqual([
      'f:1:Day: unknown column "Day"; did you mean `day`?',
      'f:1:Score: unknown column "Score"; did you mean `score`?',
    ]);
    expect(
      problemsOf("Patient,day,score,course,days_after_course\na,0,9,yes,\nb,0,9,yes,\nc,,3,,14\n"),
    ).toEqual(['f:1:Patient: unknown column "Patient"; did you mean `patient`?']);
    expect(problemsOf("day,score,dose,days_after_course\n0,9,2,\n,3,,14\n,,,5\n")).toEqual([
      'f:1:dose: unknown column "dose"; did you mean `dose_g_per_kg`?',
      "f:4:days_after_course: days_after_course belongs to a score; needs one in this row, got none",
    ]);
  });

  test("with a name twice is refused, once, and the column left unread", () => {
    expect(problemsOf("day,score,score,score,foo,foo\n0,9,x,y,,\n")).toEqual([
      'f:1:score: "score" heads two columns; each needs a name of its own',
      `f:1:foo: unknown column "foo"; ${KNOWN}`,
      'f:1:foo: "foo" heads two columns; each needs a name of its own',
    ]);
  });

  test("needs a column for the day", () => {
    expect(problemsOf("patient,score,days_after_course\na,9,3\n")).toEqual([
      "f:1: no column tells the day; needs day, or date, or day_earliest and day_latest, got none of them",
      "f:2:days_after_course: days_after_course needs a course above it of the same patient, got none",
    ]);
    expect(problemsOf("score,day_latest\n9,\n")).toEqual([
      "f:1: no column tells the day; needs day, or date, or day_earliest and day_latest, got day_latest",
    ]);
  });

  test("needs a column for scores or courses", () => {
    expect(problemsOf("day,note\n0,hello\n")).toEqual([
      "f:1: no column tells a score or a course; needs score, or dose_g_per_kg, or course, got none of them",
    ]);
  });

  test.each([
    ["day,score\n0,9", 1, 0],
    ["date,score\n2004-06-01,9", 1, 0],
    ["day_earliest,day_latest,score\n0,3,9", 1, 0],
    ["day,dose_g_per_kg\n0,2", 0, 1],
    ["day,course\n0,yes", 0, 1],
  ])("may be as short as in %j", (text, nScores, nCourses) => {
    const [read] = readPatients(text);
    expect([read?.scores.length, read?.courses.length]).toEqual([nScores, nCourses]);
  });

  test("without a row below it is refused, and so is an empty text", () => {
    const empty = ["f: the file must have a header and at least one row below it, got nothing"];
    for (const text of ["", "\uFEFF", "\n \r\n\t\n", ",,\n"]) expect(problemsOf(text)).toEqual(empty);
    const headerOnly = ["f: the file must have at least one row below the header, got none"];
    for (const text of ["day,score", "day,score\n\n,\n"]) expect(problemsOf(text)).toEqual(headerOnly);
  });
});

describe("the shape of a CSV file", () => {
  test("has as many fields in every row as in the header", () => {
    expect(problemsOf("day,score\n0\n1,7,5\n2,8\n")).toEqual([
      "f:2: row must have 2 fields like the header, got 1",
      "f:3: row must have 2 fields like the header, got 3; put a field that holds a comma in quotes",
    ]);
    expect(problemsOf("day;score\n1;7;5\n")).toEqual(["f:2: row must have 2 fields like the header, got 3"]);
  });

  test("closes its quotes, and the rows above an open one are still checked", () => {
    expect(problemsOf('day,score,note\nx,9,\n1,8,"oh\n2,7,\n3,y,\n')).toEqual([
      'f:2:day: day must be a number, got "x"',
      "f:3: a quote is opened and never closed; close it, or double a quote that is meant as a character; nothing from this row on was read",
    ]);
  });

  test("has no quote inside a field, nor text after one", () => {
    expect(problemsOf('day,score,note\n1,8,5" scar\n')).toEqual([
      "f:2: a quote stands inside a field; put the whole field in quotes and double those within; nothing from this row on was read",
    ]);
    expect(problemsOf('day,score,note\n1,8,"scar"s\n')).toEqual([
      "f:2: text follows a closing quote; double a quote that is meant as a character; nothing from this row on was read",
    ]);
  });

  test("is not judged by what an unreadable row may have held", () => {
    expect(problemsOf("day,score,course,days_after_course\n0,9,yes\n,3,,14\n")).toEqual([
      "f:2: row must have 4 fields like the header, got 3",
    ]);
    expect(problemsOf('"day,score\n0,9')).toHaveLength(1);
  });

  test("has at most 32 MB", () => {
    expect(issuesOf("x".repeat(2 ** 25 + 1))).toEqual([
      {
        path: "f",
        message: "the text is too long; nof1 reads at most 32 MB (33554432 characters), got 33554433",
      },
    ]);
  });

  test("lists at most 10,000 problems and counts the rest", () => {
    const issues = issuesOf(`day,score\n${"x,9\n".repeat(10_005)}`);
    expect(issues).toHaveLength(10_001);
    expect(issues[9_999]).toEqual({
      path: "f",
      row: 10_001,
      column: "day",
      message: 'day must be a number, got "x"',
    });
    expect(issues[10_000]).toEqual({ path: "f", message: "5 more problems are not listed" });
  });
});
