import { readFileSync } from "node:fs";
import { join } from "node:path";
import { example, N_SHARDS } from "./batch.mjs";

/** docs/cluster/parallel. */
export const parallel = {
  name: "parallel",
  programs: [{ command: "parallel", debian: "parallel" }],
  run({ folder, execute, options }) {
    const out = "from parallel";
    execute(example("parallel/report.sh"), [String(N_SHARDS), "patients", out, ...options], { codes: [1] });
    const rows =
      readFileSync(join(folder, `${out}.joblog`), "utf8")
        .trim()
        .split("\n").length - 1;
    if (rows !== N_SHARDS) throw new Error(`${rows} jobs in the log, not ${N_SHARDS}`);
    return out;
  },
};
