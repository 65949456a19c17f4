import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderNames, isFolderName } from "../../../src/cli/batch/folder-names.ts";
import { patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const named = (ids: readonly string[]): string[] => ids.map(folderNames());

/** What file systems take for the same name: Windows and macOS take no notice of case, macOS none of the form of accents. */
const onDisk = (name: string): string => name.normalize("NFC").toUpperCase().toLowerCase();

describe("names of folders", () => {
  it("are one each for ids that differ in case, accents' form or what stands at their end", () => {
    expect(named(["Ada", "ADA", "ada"])).toEqual(["Ada", "ADA-2", "ada-3"]);
    expect(named(["é", "e\u0301", "É"])).toEqual(["é", "é-2", "É-3"]);
    expect(named(["a", "a.", "a ", "a..", " a"])).toEqual(["a", "a-2", "a-3", "a-4", "a-5"]);
    expect(named(["ﬁ", "fi", "①", "1"])).toEqual(["fi", "fi-2", "1", "1-2"]);
    expect(named(["straße", "STRASSE"])).toEqual(["straße", "STRASSE-2"]);
    expect(named(["a-2", "a", "a"])).toEqual(["a-2", "a", "a-3"]);
  });

  it("hold no control characters, marks of direction, devices' names or dots", () => {
    expect(named(["a\0b", "a\u0001b", "\u202Eevil", "a\u200Db"])).toEqual(["a-b", "a-b-2", "evil", "a-b-3"]);
    expect(named(["con", "Nul.txt", "COM1", "com¹", "aux"])).toEqual([
      "patient-con",
      "Nul-txt",
      "patient-COM1",
      "patient-com1-2",
      "patient-aux",
    ]);
    expect(named([".", "..", "", "~", "-rf", "$HOME"])).toEqual([
      "patient",
      "patient-2",
      "patient-3",
      "patient-4",
      "rf",
      "HOME",
    ]);
  });

  it("stay inside their folder, fit a file system and are one each, whatever the ids", () => {
    const ids = fc.array(
      fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom("a", "A", "../a", "a-2")),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(ids, (given) => {
        const names = named(given);
        expect(new Set(names.map(onDisk)).size).toBe(given.length);
        for (const name of names) {
          expect(isFolderName(name)).toBe(true);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        }
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});

describe("ids that a file system takes for one", () => {
  it("get one folder each inside the output", async () => {
    await inFolder(async (folder) => {
      const ids = [
        "Ada",
        "ADA",
        "é",
        "e\u0301",
        "a.",
        "a..",
        "a\u0001b",
        "b\u202Ec",
        "NUL",
        "lpt1.txt",
        "Ada-2",
      ];
      const out = join(folder, "out");
      writeFileSync(join(folder, "a.csv"), patientsCsv(ids));
      writeFileSync(join(folder, "b.csv"), patientsCsv(["Ada"]));
      const files = [join(folder, "a.csv"), join(folder, "b.csv")];
      const { code, stderr } = await runCli([
        "report",
        ...files,
        "-o",
        out,
        "--interval",
        "wald",
        "--workers",
        "1",
      ]);
      expect([code, stderr]).toEqual([0, expect.stringContaining("12 of 12 reports")]);
      const { entries } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
      const written: string[] = entries.map((entry: { folder: string }) => entry.folder);
      expect(new Set(written.map(onDisk)).size).toBe(12);
      for (const name of written) expect(readdirSync(join(out, name))).toHaveLength(3);
      expect(readdirSync(out)).toHaveLength(16);
      expect(readdirSync(folder).sort()).toEqual(["a.csv", "b.csv", "out"]);
    });
  });
});
