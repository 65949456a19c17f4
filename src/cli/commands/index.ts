import type { CliCommand } from "../command.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { datasets } from "./datasets.ts";
import { diagnose } from "./diagnose.ts";
import { next } from "./next.ts";
import { pool } from "./pool.ts";
import { proportion } from "./proportion.ts";
import { relapse } from "./relapse.ts";
import { report } from "./report.ts";
import { response } from "./response.ts";

/** Every command, in the order of the help. */
export const commands: readonly CliCommand[] = [
  response,
  report,
  compare,
  diagnose,
  next,
  relapse,
  pool,
  proportion,
  check,
  datasets,
];
