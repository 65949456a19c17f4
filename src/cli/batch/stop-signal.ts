/** Asks a run to stop after the patients at work; shared between threads. */
export interface StopSignal {
  readonly flag: Int32Array<SharedArrayBuffer>;
  readonly requested: boolean;
  request(): void;
}

/** A signal on memory that threads may share. */
export function stopSignal(
  flag: Int32Array<SharedArrayBuffer> = new Int32Array(new SharedArrayBuffer(4)),
): StopSignal {
  return {
    flag,
    get requested() {
      return Atomics.load(flag, 0) !== 0;
    },
    request: () => void Atomics.store(flag, 0, 1),
  };
}

/**
 * Stops a run at Ctrl-C or when a scheduler ends it; a second one ends the process at once.
 *
 * @returns What stops listening.
 */
export function stopOnSignals(onSignal: () => void): () => void {
  const names = ["SIGINT", "SIGTERM"] as const;
  const forget = (): void => {
    for (const name of names) process.off(name, listen);
  };
  const listen = (): void => {
    forget();
    onSignal();
  };
  for (const name of names) process.on(name, listen);
  return forget;
}
