/** Refuses weights that are not finite and at least 0, or are all 0. @returns Their sum. */
export function sumOfWeights(name: string, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`${name} needs finite weights of at least 0, got ${weight} at ${i}`);
    }
    sum += weight;
  }
  if (!(sum > 0 && sum < Infinity))
    throw new RangeError(`${name} needs weights with a positive finite sum, got ${sum}`);
  return sum;
}

/** Refuses log weights that are NaN or ∞, or are all −∞. @returns The largest. */
export function largestLogWeight(name: string, logWeights: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < logWeights.length; i++) {
    const value = logWeights[i]!;
    if (Number.isNaN(value) || value === Infinity) {
      throw new RangeError(`${name} needs log weights below Infinity, got ${value} at ${i}`);
    }
    if (value > largest) largest = value;
  }
  if (largest === -Infinity) {
    throw new RangeError(`${name} needs a log weight above -Infinity, got ${logWeights.length} that are not`);
  }
  return largest;
}
