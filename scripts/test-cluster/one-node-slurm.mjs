import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, hostname, totalmem, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** For a machine with other work to do. */
const PATIENCE_MS = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function configuration(place) {
  const host = hostname().split(".")[0];
  const { username } = userInfo();
  return `ClusterName=nof1
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=${username}
SlurmdUser=${username}
AuthType=auth/munge
AuthInfo=socket=${place}/munge.socket
CredType=cred/munge
StateSaveLocation=${place}/state
SlurmdSpoolDir=${place}/spool
SlurmctldPidFile=${place}/slurmctld.pid
SlurmdPidFile=${place}/slurmd.pid
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=${Math.floor((0.5 * totalmem()) / 2 ** 20)} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}

function daemon(command, argv, log, env) {
  const output = openSync(log, "a");
  const child = spawn(command, argv, { stdio: ["ignore", output, output], env });
  const ended = new Promise((resolve) => {
    child.on("error", resolve);
    child.on("exit", resolve);
  });
  return {
    log,
    isThere: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill("SIGTERM");
      const late = new AbortController();
      setTimeout(10_000, null, { signal: late.signal }).then(
        () => child.kill("SIGKILL"),
        () => {},
      );
      await ended;
      late.abort();
    },
  };
}

async function waitFor(what, isSo, daemons) {
  const end = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    const gone = daemons.find(({ isThere }) => !isThere());
    if (gone || performance.now() > end) {
      const { log } = gone ?? daemons.at(-1);
      throw new Error(
        `${what} in vain: ${readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" / ")}`,
      );
    }
    await setTimeout(100);
  }
}

/**
 * Starts a Slurm of one node with all its files in a folder: its own key, ports and configuration, beside any other Slurm of the
 * machine.
 *
 * @returns The environment in which `sbatch` finds it, and what stops it.
 */
export async function startSlurm(folder, environment) {
  const place = join(folder, "slurm");
  for (const path of ["", "state", "spool"]) mkdirSync(join(place, path), { mode: 0o755 });
  writeFileSync(join(place, "munge.key"), randomBytes(128), { mode: 0o400 });
  writeFileSync(join(place, "slurm.conf"), await configuration(place));
  const env = { ...environment, SLURM_CONF: join(place, "slurm.conf") };
  const started = [];
  const stop = async () => {
    for (const one of started.toReversed()) await one.stop();
  };
  const begin = (command, argv) => started.push(daemon(command, argv, join(place, `${command}.log`), env));
  const answers = (command, argv) => spawnSync(command, argv, { env, encoding: "utf8" });
  try {
    const files = [
      "key-file=munge.key",
      "socket=munge.socket",
      "pid-file=munge.pid",
      "log-file=munged.own.log",
    ];
    const named = [...files, "seed-file=munge.seed"].map((file) => `--${file.replace("=", `=${place}/`)}`);
    begin("munged", ["--foreground", ...named]);
    const socket = join(place, "munge.socket");
    await waitFor("waited for munged", () => answers("munge", ["-n", "-S", socket]).status === 0, started);
    begin("slurmctld", ["-D"]);
    begin("slurmd", ["-D"]);
    const isIdle = () => answers("sinfo", ["--noheader", "--format=%T"]).stdout.trim() === "idle";
    await waitFor("waited for an idle node", isIdle, started);
    return { environment: env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
