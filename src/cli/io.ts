/** What a command may touch of the world; passed in, so that tests can watch it. */
export interface Io {
  /** Writes the result. */
  stdout(text: string | Uint8Array): void;
  /** Writes everything else. */
  stderr(text: string): void;
  /** Shows a line that the next one replaces, an empty one to wipe it; absent where nobody watches. */
  showProgress?(text: string): void;
  /** The environment, where `NOF1_…` variables may give options. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** All bytes of the standard input. */
  stdin(): Promise<Uint8Array>;
}

/** How a command ended. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Readable data that allow no answer, against bad usage or unreadable input; 130 by a shell's custom for a batch that was interrupted. */
export const exitCodes: {
  readonly done: 0;
  readonly noAnswer: 1;
  readonly badInput: 2;
  readonly interrupted: 130;
} = {
  done: 0,
  noAnswer: 1,
  badInput: 2,
  interrupted: 130,
};
