import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const only = (all: Record<string, string>, pattern: RegExp) =>
  Object.fromEntries(Object.entries(all).filter(([path]) => pattern.test(path)));

/** Reports of two patients with each kind of pages. */
async function withKinds(
  test: (given: {
    folder: string;
    report: (out: string, ...more: string[]) => ReturnType<typeof runCli>;
  }) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "a.csv"), `${patientsCsv(["anna", "bert"])}lone,0,10,2\n`);
    await test({
      folder,
      report: (out, ...more) =>
        runCli(["report", join(folder, "a.csv"), "-o", join(folder, out), "--workers", "1", ...more]),
    });
  });
}

describe("--pages", () => {
  it("changes neither results nor tables, and leaves out what it says", async () => {
    await withKinds(async ({ folder, report }) => {
      const kinds = ["full", "brief", "none"];
      for (const kind of kinds) expect((await report(kind, "--pages", kind)).code).toBe(1);
      const [full, brief, none] = kinds.map((kind) => digests(join(folder, kind)));
      const results = /result\.json$|^results\./u;
      expect(Object.keys(only(full!, results))).toHaveLength(4);
      for (const other of [brief, none]) expect(only(other!, results)).toEqual(only(full!, results));
      expect(only(brief!, /chart\.svg$/u)).toEqual(only(full!, /chart\.svg$/u));
      const pageOf = (kind: string) => readFileSync(join(folder, kind, "anna", "report.html"), "utf8");
      expect(pageOf("brief").length).toBeLessThan(0.7 * pageOf("full").length);
      expect(readdirSync(join(folder, "none", "anna"))).toEqual(["result.json"]);
      const index = readFileSync(join(folder, "none", "index.html"), "utf8");
      expect(index).toContain('href="./anna/result.json"');
      expect(index).not.toMatch(/<img|report\.html/u);
    });
  });

  it("is a part of what a run is: neither resumed nor merged with another, and merged as it was", async () => {
    await withKinds(async ({ folder, report }) => {
      const none = ["--pages", "none", "--interval", "wald"];
      await report("none", ...none);
      expect((await report("none", "--resume", "--interval", "wald")).stderr).toContain(
        "the options (pages)",
      );
      await report("one", "--shard", "1/2", ...none);
      await report("two", "--shard", "2/2", "--interval", "wald");
      const merge = () =>
        runCli(["merge", join(folder, "one"), join(folder, "two"), "-o", join(folder, "merged")]);
      expect((await merge()).stderr).toContain("the options (pages)");
      await report("two", "--shard", "2/2", "--replace", ...none);
      expect((await merge()).code).toBe(1);
      expect(digests(join(folder, "merged"))).toEqual(digests(join(folder, "none")));
      const interactive = await report("more", "--interactive", "--pages", "none");
      expect([interactive.code, interactive.stderr]).toEqual([2, expect.stringContaining("--pages none")]);
    });
  });
});
