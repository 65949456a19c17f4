import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Patients after which memory is given back: often enough to stay flat, seldom enough to cost nothing. */
const EVERY = 250;

/**
 * Gives back what patients left in memory, after every few hundred. V8 lets it stand as long as the machine has room, so that a batch
 * of thousands would seem to need more the longer it runs, and a scheduler that counts its memory could end it.
 *
 * @returns To be called after each patient.
 */
export function garbageCollection(): () => void {
  let nSince = 0;
  let collect: (() => void) | undefined;
  return () => {
    if (++nSince < EVERY) return;
    nSince = 0;
    if (!collect) {
      setFlagsFromString("--expose-gc");
      collect = runInNewContext("gc") as () => void;
    }
    collect();
  };
}
