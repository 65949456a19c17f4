/** Refuses draws of one quantity that cannot be compared: no chain, an empty one, or chains of several lengths. */
export function checkChains(caller: string, chains: readonly ArrayLike<number>[]): void {
  const length = chains[0]?.length ?? 0;
  if (length === 0) throw new RangeError(`${caller} needs at least 1 chain with at least 1 draw, got none`);
  const other = chains.find((chain) => chain.length !== length);
  if (other) throw new RangeError(`${caller} needs chains of one length, got ${length} and ${other.length}`);
}

/** All draws, chain after chain. */
export function pooledDraws(chains: readonly ArrayLike<number>[]): Float64Array {
  const length = chains[0]!.length;
  const pooled = new Float64Array(length * chains.length);
  chains.forEach((chain, m) => {
    pooled.set(chain, m * length);
  });
  return pooled;
}

/** The same numbers, cut into chains again. */
export function cutLike(chains: readonly ArrayLike<number>[], pooled: Float64Array): Float64Array[] {
  const length = chains[0]!.length;
  return chains.map((_, m) => pooled.subarray(m * length, (m + 1) * length));
}

/** Whether all draws are finite and not all the same: otherwise nothing can be said about mixing. */
export function varies(chains: readonly ArrayLike<number>[]): boolean {
  const pooled = pooledDraws(chains);
  return pooled.every(Number.isFinite) && pooled.some((value) => value !== pooled[0]);
}
