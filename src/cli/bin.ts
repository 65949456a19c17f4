#!/usr/bin/env node
import { buffer } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { run } from "./main.ts";

// Node 20 optimises code so early that a command of one second spends a sixth of its processor time on that; later ones don't, nor
// know the flag. What runs for long comes to the same.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=400000");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  environment: process.env,
  stdin: () => buffer(process.stdin),
  ...(process.stderr.isTTY && { showProgress: (text) => process.stderr.write(`\r${text}\x1b[K`) }),
});
