#!/usr/bin/env node
import { buffer } from "node:stream/consumers";
import { run } from "./main.ts";

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
