import { example, N_SHARDS } from "./batch.mjs";
import { startSlurm } from "./one-node-slurm.mjs";

const commands = ["slurmctld", "slurmd", "sbatch", "sinfo"].map((command) => ({
  command,
  debian: "slurm-wlm",
}));

/** docs/cluster/slurm, on a Slurm of one node that is there for the test alone. */
export const slurm = {
  name: "slurm",
  programs: [...commands, { command: "munged", debian: "munge" }],
  async run({ folder, environment, execute, options }) {
    const node = await startSlurm(folder, environment);
    try {
      const out = "from-slurm";
      const sbatch = (argv, codes) => execute("sbatch", argv, { codes, env: node.environment });
      const both = (array, codes) => {
        const words = [String(N_SHARDS), "patients", out, ...options];
        const { stdout } = sbatch(
          ["--parsable", `--array=${array}`, example("slurm/report.sbatch"), ...words],
          [0],
        );
        const after = `--dependency=afterany:${stdout.trim()}`;
        sbatch(["--wait", after, example("slurm/merge.sbatch"), out], codes);
      };
      // A shard that never ran: merging is refused, and the same lines again go on from there.
      both(`1-${N_SHARDS - 2},${N_SHARDS}`, [2]);
      both(`1-${N_SHARDS}`, [1]);
      return out;
    } finally {
      await node.stop();
    }
  },
};
