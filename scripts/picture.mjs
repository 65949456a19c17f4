import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The picture of the README: the shipped case, as the command line draws it.
const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
mkdirSync(path("docs"), { recursive: true });
execFileSync(
  process.execPath,
  [
    path("dist/cli/bin.js"),
    "response",
    path("datasets/kizawa-2006/patient.csv"),
    "--format",
    "png",
    "-o",
    path("docs/kizawa-2006.png"),
  ],
  { stdio: "inherit" },
);
