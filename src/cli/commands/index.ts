import type { CliCommand } from "../command.ts";
import { check } from "./check.ts";
import { cohort } from "./cohort.ts";
import { compare } from "./compare.ts";
import { datasets } from "./datasets.ts";
import { design } from "./design.ts";
import { diagnose } from "./diagnose.ts";
import { merge } from "./merge.ts";
import { next } from "./next.ts";
import { pool } from "./pool.ts";
import { power } from "./power.ts";
import { proportion } from "./proportion.ts";
import { relapse } from "./relapse.ts";
import { report } from "./report.ts";
import { response } from "./response.ts";
import { summary } from "./summary.ts";
import { trial } from "./trial.ts";

/** Every command, in the order of the help. */
export const commands: readonly CliCommand[] = [
  response,
  report,
  merge,
  compare,
  diagnose,
  next,
  cohort,
  relapse,
  trial,
  design,
  power,
  pool,
  proportion,
  summary,
  check,
  datasets,
];
