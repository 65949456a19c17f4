import { open } from "node:fs/promises";
import { writing } from "./output-error.ts";

/** A text file that is written piece by piece. */
export interface TextFile {
  write(text: string): Promise<void>;
  /** Ends the file, synchronised with the disk. */
  close(): Promise<void>;
}

const BUFFERED = 2 ** 16;

/** @param name What messages call it. */
export async function openText(path: string, name: string): Promise<TextFile> {
  const file = await writing(name, () => open(path, "w"));
  let pending = "";
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = "";
    await writing(name, () => file.appendFile(text));
  };
  return {
    async write(text) {
      pending += text;
      if (pending.length >= BUFFERED) await flush();
    },
    async close() {
      try {
        await flush();
        await writing(name, () => file.sync());
      } finally {
        await file.close();
      }
    },
  };
}
