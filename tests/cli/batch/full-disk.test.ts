import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digests, patientsCsv } from "../../helpers/batch-folder.ts";
import { bin, nof1, SLOW } from "../../helpers/batch-processes.ts";
import { inFolder } from "../../helpers/run-cli.ts";

const names = Array.from({ length: 6 }, (_, i) => `p${i}`);
const reportOf = (folder: string, out: string, workers: number): string[] => [
  ...["report", join(folder, "a.csv"), "-o", out],
  ...["--interval", "wald", "--quiet", "--workers", String(workers)],
];

/** Does something with a small disk of its own; only the superuser may mount one. */
async function onDisk(sizeKib: number, test: (disk: string, folder: string) => void): Promise<boolean> {
  let isMounted = false;
  await inFolder(async (folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    writeFileSync(join(folder, "a.csv"), patientsCsv(names));
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${sizeKib}k`, "tmpfs", disk]);
    isMounted = status === 0;
    if (!isMounted) return;
    try {
      test(disk, folder);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
  if (!isMounted) console.log("skipped: a small disk cannot be mounted by this user");
  return isMounted;
}

const remounted = (disk: string, option: string) =>
  expect(spawnSync("mount", ["-o", `remount,${option}`, disk]).status).toBe(0);

describe("a disk that is full", { timeout: SLOW }, () => {
  it.each([1, 2])(
    "ends a run of %d workers with the reason, and what was written is gone on from",
    async (workers) => {
      await onDisk(500, (disk, folder) => {
        const out = join(disk, "out");
        const full = nof1(...reportOf(folder, out, workers));
        expect([full.status, full.stderr]).toEqual([
          2,
          expect.stringMatching(
            /cannot be written: the disk is full\n[\s\S]*--resume goes on where it stopped\n$/u,
          ),
        ]);
        expect(full.stderr.match(/the disk is full/gu)!.length).toBeLessThanOrEqual(workers);
        const written = readdirSync(out).filter((name) => name !== ".nof1");
        expect(written.length).toBeGreaterThan(0);
        for (const name of written) expect(readdirSync(join(out, name))).toHaveLength(3);
        remounted(disk, "size=20m");
        expect(nof1(...reportOf(folder, out, workers), "--resume").status).toBe(0);
        nof1(...reportOf(folder, join(folder, "whole"), 1));
        expect(digests(out)).toEqual(digests(join(folder, "whole")));
      });
    },
  );

  it("ends a merge with the reason, and nothing is left of it", async () => {
    await onDisk(500, (disk, folder) => {
      nof1(...reportOf(folder, join(folder, "part"), 1), "--shard", "1/1");
      const full = nof1("merge", join(folder, "part"), "-o", join(disk, "out"));
      expect([full.status, full.stderr]).toEqual([2, expect.stringContaining("the disk is full")]);
      expect(readdirSync(disk)).toEqual([]);
    });
  });

  it("is told from a file that is larger than the system allows", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.csv"), patientsCsv(["anna"]));
      const argv = reportOf(folder, join(folder, "out"), 1);
      const { status, stderr } = spawnSync(
        "sh",
        ["-c", 'ulimit -f 8; exec "$@"', "sh", process.execPath, bin, ...argv],
        {
          encoding: "utf8",
        },
      );
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/cannot be written: the file would be larger than the system allows\n/u),
      ]);
    });
  });
});

describe("a disk that is read-only", { timeout: SLOW }, () => {
  it("is told, by a run and by a merge", async () => {
    await onDisk(5000, (disk, folder) => {
      nof1(...reportOf(folder, join(folder, "part"), 1), "--shard", "1/1");
      remounted(disk, "ro");
      const out = join(disk, "out");
      for (const argv of [reportOf(folder, out, 1), ["merge", join(folder, "part"), "-o", out]]) {
        const { status, stderr } = nof1(...argv);
        expect([status, stderr]).toEqual([2, `${out}: cannot be written: the disk is read-only\n`]);
      }
      expect(readdirSync(disk)).toEqual([]);
    });
  });
});
