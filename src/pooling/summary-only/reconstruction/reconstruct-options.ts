/** How a report's samples are searched. */
export interface ReconstructSamplesOptions {
  /** Samples enumerated at most; where there are more, they are drawn. Default 100,000. */
  mostSamples?: number;
  /** Values tried at most before samples are drawn instead. Default 5,000,000, about a second. */
  mostTried?: number;
  /** Draws where samples are drawn. Default 2,000. */
  draws?: number;
  /** Samples kept in the result, at most; default 500. */
  keep?: number;
  /** Seed of the draws. Default 1. */
  seed?: number;
}

/** The same after defaults. */
export type ReconstructSettings = Required<ReconstructSamplesOptions>;

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} where a count is not a whole number of at least 1, or the seed not whole.
 */
export function reconstructSettings(options: ReconstructSamplesOptions): ReconstructSettings {
  const settings = {
    mostSamples: 100_000,
    mostTried: 5_000_000,
    draws: 2000,
    keep: 500,
    seed: 1,
    ...options,
  };
  for (const name of ["mostSamples", "mostTried", "draws", "keep"] as const) {
    const value = settings[name];
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw new RangeError(`${name} must be a whole number of at least 1, got ${value}`);
  }
  if (!Number.isSafeInteger(settings.seed))
    throw new RangeError(`seed must be a whole number, got ${settings.seed}`);
  return settings;
}
