import { availableParallelism } from "node:os";

/** Threads run the built program only. */
const isBuilt = import.meta.url.endsWith(".js");

/** How many threads work at once: as many as there are processors, and one where the source is run. */
export const threadsAtOnce = (): number => (isBuilt ? availableParallelism() : 1);
