import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BatchEntry } from "./batch-plan.ts";
import type { ManifestEntry } from "./manifest.ts";
import { outputLayout } from "./output-layout.ts";
import type { Failure } from "./patient-task.ts";

/** How every entry ended, as the output says, one after the other. */
export async function* manifestEntries(
  entries: readonly BatchEntry[],
  out: string,
): AsyncGenerator<ManifestEntry> {
  const { failures } = outputLayout(out);
  for (const { index, file, name, folder, problem } of entries) {
    const input = file === "-" ? "standard input" : file;
    const about = { index, input, name };
    if (problem !== undefined) {
      yield { ...about, folder: null, status: "unreadable", message: problem };
      continue;
    }
    const isWritten = await access(join(out, folder)).then(
      () => true,
      () => false,
    );
    if (isWritten) yield { ...about, folder, status: "done" };
    else {
      const failure: Failure = JSON.parse(await readFile(join(failures, `${index}.json`), "utf8"));
      yield { ...about, folder: null, ...failure };
    }
  }
}
