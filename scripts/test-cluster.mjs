import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBatch } from "./test-cluster/batch.mjs";
import { parallel } from "./test-cluster/parallel.mjs";
import { slurm } from "./test-cluster/slurm.mjs";
import { snakemake } from "./test-cluster/snakemake.mjs";

// Runs the examples of docs/cluster for real, each with its scheduler, and compares their reports with those of one run,
// byte for byte. `npm run test:cluster`; names after it run only these.
const schedulers = [parallel, snakemake, slurm];

const asked = process.argv.slice(2);
const unknown = asked.find((word) => !schedulers.some(({ name }) => name === word));
if (unknown !== undefined) {
  console.error(`one of ${schedulers.map(({ name }) => name).join(", ")} is needed, got ${unknown}`);
  process.exit(2);
}

let failures = 0;
// Some schedulers want a folder that they can look into as another user.
const folder = mkdtempSync(join(tmpdir(), "nof1-cluster-"));
try {
  const batch = makeBatch(folder);
  for (const { name, programs, run } of schedulers) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const missing = programs.filter(({ command }) => !batch.has(command));
    if (missing.length > 0) {
      const packages = [...new Set(missing.map(({ debian }) => debian))].join(" ");
      const commands = missing.map(({ command }) => command).join(", ");
      console.log(`skipped: ${name}: no ${commands} (Debian: apt-get install ${packages})`);
      if (process.env.REQUIRE_ALL === "1") failures++;
      continue;
    }
    try {
      const problems = batch.compare(await run(batch));
      failures += problems.length > 0 ? 1 : 0;
      console.log(
        problems.length > 0 ? `FAILED: ${name}: ${problems.join("; ")}` : `ok: ${name}: ${batch.told}`,
      );
    } catch (error) {
      failures++;
      console.log(`FAILED: ${name}: ${error.message}`);
    }
  }
} finally {
  if (process.env.KEEP === "1") console.log(`kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
