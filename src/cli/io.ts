/** What a command may touch of the world; passed in, so that tests can watch it. */
export interface Io {
  /** Writes the result. */
  stdout(text: string | Uint8Array): void;
  /** Writes everything else. */
  stderr(text: string): void;
  /** All bytes of the standard input. */
  stdin(): Promise<Uint8Array>;
}

/** How a command ended. */
export type ExitCode = 0 | 1 | 2;

/** Readable data that allow no answer, against bad usage or unreadable input. */
export const exitCodes: { readonly done: 0; readonly noAnswer: 1; readonly badInput: 2 } = {
  done: 0,
  noAnswer: 1,
  badInput: 2,
};
