/**
 * Makes vectors of zeros that share one block of memory: for searches and other work that needs many at once.
 *
 * Engines keep a typed array of more than 64 bytes outside their own heap, and take as long to make one as for some
 * hundred multiplications. A vector that outlives the work should be copied, since it holds the block.
 *
 * @param lengths Length of each vector, by name.
 * @example
 * vectors({ step: 3, residuals: 10 }).step.length; // 3
 */
export function vectors<Name extends string>(lengths: Record<Name, number>): Record<Name, Float64Array> {
  let size = 0;
  for (const name in lengths) size += lengths[name];
  const block = new ArrayBuffer(size * Float64Array.BYTES_PER_ELEMENT);
  const made = {} as Record<Name, Float64Array>;
  let used = 0;
  for (const name in lengths) {
    made[name] = new Float64Array(block, used * Float64Array.BYTES_PER_ELEMENT, lengths[name]);
    used += lengths[name];
  }
  return made;
}
