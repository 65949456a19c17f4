import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/main.ts";

/** What a command left behind. */
export interface CliRun {
  code: number;
  stdout: string;
  stderr: string;
  /** Bytes written to the standard output, where it was not text. */
  bytes: Uint8Array;
}

/** Runs a command in this process. */
export async function runCli(argv: readonly string[], stdin: string | Uint8Array = ""): Promise<CliRun> {
  const written: (string | Uint8Array)[] = [];
  let stderr = "";
  const code = await run(argv, {
    stdout: (text) => written.push(text),
    stderr: (text) => {
      stderr += text;
    },
    stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
  });
  const bytes = Buffer.concat(written.map((text) => Buffer.from(text)));
  return { code, stdout: bytes.toString("utf8"), stderr, bytes };
}

/** Runs a test in a folder of its own, which is gone afterwards. */
export async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nof1-test-"));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
