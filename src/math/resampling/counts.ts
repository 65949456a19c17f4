function checkWhole(caller: string, name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError(`${caller} needs a whole ${name} >= 0, got ${value}`);
  }
}

/**
 * n!, the number of orders of n things, exact for every n.
 *
 * @throws {RangeError} when n is not a whole number ≥ 0.
 * @example
 * countPermutations(20); // 2432902008176640000n
 */
export function countPermutations(n: number): bigint {
  checkWhole("countPermutations", "n", n);
  let count = 1n;
  for (let i = 2; i <= n; i++) count *= BigInt(i);
  return count;
}

/**
 * The number of ways to choose k of n things, exact for every n and k; 0 where k exceeds n.
 *
 * @throws {RangeError} when n or k is not a whole number ≥ 0.
 * @see Knuth (1997), The Art of Computer Programming 1, equation 1.2.6(3), with a whole quotient at every step.
 * @example
 * countSubsets(60, 30); // 118264581564861424n
 */
export function countSubsets(n: number, k: number): bigint {
  checkWhole("countSubsets", "n", n);
  checkWhole("countSubsets", "k", k);
  const chosen = Math.min(k, n - k);
  if (chosen < 0) return 0n;
  let count = 1n;
  for (let i = 1; i <= chosen; i++) count = (count * BigInt(n - chosen + i)) / BigInt(i);
  return count;
}
