import { example, N_SHARDS } from "./batch.mjs";

/** docs/cluster/snakemake. */
export const snakemake = {
  name: "snakemake",
  programs: [{ command: "snakemake", debian: "snakemake" }],
  run({ execute, options }) {
    const out = "from-snakemake";
    execute("snakemake", [
      ...["--snakefile", example("snakemake/Snakefile"), "--cores", "2"],
      ...[
        "--config",
        "patients=patients",
        `out=${out}`,
        `shards=${N_SHARDS}`,
        `options=${options.join(" ")}`,
      ],
    ]);
    return out;
  },
};
