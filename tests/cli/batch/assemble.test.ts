import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/cli/batch/assemble.ts";
import type { BatchHeader } from "../../../src/cli/batch/batch-header.ts";
import type { ManifestEntry } from "../../../src/cli/batch/manifest.ts";
import { stopSignal } from "../../../src/cli/batch/stop-signal.ts";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const header: BatchHeader = {
  kind: "response-batch",
  schemaVersion: 1,
  versions: { nof1: "0.0.0", node: "0.0.0" },
  options: {},
  seed: 1,
  shard: null,
  nEntries: 3,
  inputs: [],
};

async function* unreadable(n: number): AsyncGenerator<ManifestEntry> {
  for (let index = 0; index < n; index++)
    yield { index, input: "a.csv", name: `p${index}`, folder: null, status: "unreadable", message: "why" };
}

describe("the writing of an index", () => {
  it("ends between two rows where it is asked to, and leaves nothing half beside the reports", async () => {
    await inFolder(async (folder) => {
      const stop = stopSignal();
      let nRows = 0;
      const onRow = (): void => {
        if (++nRows === 2) stop.request();
      };
      const place = { out: folder, temporary: join(folder, "temporary") };
      expect(await assemble(place, header, 3, unreadable(3), { stop, onRow })).toBeNull();
      expect([nRows, readdirSync(folder)]).toEqual([2, ["temporary"]]);
      const again = { stop: stopSignal(), onRow };
      expect(await assemble(place, header, 3, unreadable(3), again)).toMatchObject({ unreadable: 3 });
      expect(readdirSync(folder).sort()).toEqual([
        "index.html",
        "manifest.json",
        "results.csv",
        "results.jsonl",
        "temporary",
      ]);
    });
  });

  it("says which report was damaged meanwhile, and is made whole without it", async () => {
    await inFolder(async (folder) => {
      const [file, out] = [join(folder, "a.csv"), join(folder, "out")];
      writeFileSync(
        file,
        `${patientsCsv(["anna", "bert"])}lone,0,10,2\n${patientsCsv(["carl"]).replace(/^.*\n/u, "")}`,
      );
      const argv = ["report", file, "--interval", "wald", "--workers", "1"];
      await runCli([...argv, "-o", join(folder, "whole")]);
      await runCli([...argv, "-o", out, "--fail-fast"]);
      rmSync(join(out, "anna"), { recursive: true });
      mkdirSync(join(out, "anna"));
      const damaged = await runCli([...argv, "-o", out, "--resume"]);
      expect([damaged.code, damaged.stderr]).toEqual([
        2,
        expect.stringMatching(/anna.result\.json: cannot be read: no such file; remove .*anna to have it/u),
      ]);
      rmSync(join(out, "anna"), { recursive: true });
      expect((await runCli([...argv, "-o", out, "--resume"])).code).toBe(1);
      expect(digests(out)).toEqual(digests(join(folder, "whole")));
    });
  });
});
