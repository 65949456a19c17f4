import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { estimatesCsv, toCsv } from "../../../src/render/csv.ts";
import { asPosterior } from "../../helpers/posterior-results.ts";
import { NASTY, responseFixtures } from "../../helpers/response-fixtures.ts";

describe("toCsv", () => {
  it("marks text that a spreadsheet would run, and leaves numbers alone", () => {
    const cells = ["=1+1", "+1", "-1", "@x", "\tx", "\rx"];
    expect(
      parse(
        toCsv(
          ["a"],
          cells.map((cell) => [cell]),
        ),
        { columns: false },
      ).slice(1),
    ).toEqual(cells.map((cell) => [`'${cell}`]));
    expect(toCsv(["a"], [[-1.5]])).toBe("a\n-1.5\n");
  });

  it("marks formulas behind white space and in wide letters, and writes no control character", () => {
    for (const cell of [" =1", "\n@a", "\u00a0+1", "\ufeff=1", "\uff1d1", "\uff0da"])
      expect(parse(toCsv(["a"], [[cell]]))[1]).toEqual([`'${cell}`]);
    expect(toCsv(["a"], [["x\u0000y\u001b[31m\ud800"]])).toBe("a\nx\ufffdy\ufffd[31m\ufffd\n");
  });

  it("is read back as it was written, but for the apostrophe", () => {
    const cells = ["it's", "'own", "a;b", "a\tb", 'say "x"', "患者", "=1", ""];
    const back = parse(
      toCsv(
        ["a", "n"],
        cells.map((cell) => [cell, -1]),
      ),
    ) as string[][];
    expect(back.slice(1)).toEqual(cells.map((cell) => [cell === "=1" ? "'=1" : cell, "-1"]));
  });

  it("quotes what needs quotes, and leaves missing cells empty", () => {
    expect(
      toCsv(
        ["a", "b"],
        [
          ['x "y", z', null],
          ["two\nlines", undefined],
          [" edge", true],
        ],
      ),
    ).toBe('a,b\n"x ""y"", z",\n"two\nlines",\n" edge",true\n');
  });
});

describe("estimatesCsv", () => {
  it("writes every estimate of every result, to the last digit", () => {
    const results = Object.values(responseFixtures);
    const rows = parse(estimatesCsv(results), { columns: true }) as Record<string, string>[];
    const estimates = results.flatMap((result) => result.estimates);
    expect(rows).toHaveLength(estimates.length);
    rows.forEach((row, i) => {
      expect(row.parameter).toBe(estimates[i].parameter);
      expect(row.estimate === "" ? null : Number(row.estimate)).toBe(estimates[i].estimate);
      expect(row.course).toBe(String(estimates[i].course ?? ""));
    });
    expect(rows.find(({ patient }) => patient.includes("cmd"))!.patient).toBe(
      // Control characters are no text.
      `'${NASTY.replace(/\p{Cc}/gu, "\ufffd")}`,
    );
  });

  it("has the columns of an estimate, and takes the patient of the result where a row has none", () => {
    const { patient: _, ...row } = responseFixtures.oneCourse!.estimates[0]!;
    const [head, first] = estimatesCsv([{ patient: "P7", estimates: [row] }]).split("\n");
    expect(head).toBe(
      "parameter,label,unit,estimate,standardError,lower,upper,level,method,bound,given,dataShare,patient,course,series,outcome",
    );
    expect(first!.split(",")[12]).toBe("P7");
    expect(estimatesCsv([])).toBe(`${head}\n`);
  });

  it("adds the probabilities that were computed as rows of their own, and what a row takes for granted", () => {
    const result = asPosterior(responseFixtures.oneCourse!, [{ neverReached: 0.125 }]);
    result.probabilities[4]!.probability = null;
    result.outcome = "sleep";
    const rows = parse(estimatesCsv([result]), { columns: true }) as Record<string, string>[];
    const probabilities = rows.filter(({ unit }) => unit === "probability");
    expect(probabilities.map(({ parameter }) => parameter)).toEqual([
      "neverReached",
      "relapseAfterLastVisit",
      "relief30",
      "relief50",
    ]);
    expect(probabilities[0]).toMatchObject({
      label: "Relief never reaches 30 % of the baseline",
      estimate: "0.125",
      lower: "",
      bound: "",
      method: "posterior",
      patient: "P01",
      course: "1",
      outcome: "sleep",
    });
    expect(rows.find(({ parameter }) => parameter === "T50")!.given).toBe("an effect");
    expect(rows.find(({ parameter }) => parameter === "relief")!.given).toBe("");
  });
});
