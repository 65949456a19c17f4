function fail(law: string, name: string, need: string, value: number): never {
  throw new RangeError(`${law} needs ${name} ${need}, got ${value}`);
}

/** A point: any number or infinity. */
export function checkPoint(law: string, name: string, value: number): void {
  if (Number.isNaN(value)) fail(law, name, "to be a number", value);
}

/** A location: any finite number. */
export function checkFinite(law: string, name: string, value: number): void {
  if (!Number.isFinite(value)) fail(law, name, "to be a finite number", value);
}

/** A scale, a shape, a rate or degrees of freedom. */
export function checkPositive(law: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) fail(law, name, "to be positive and finite", value);
}

/** Degrees of freedom of a law that is integrated numerically, which fails for fewer; infinitely many are allowed. */
export function checkDegrees(law: string, name: string, value: number): void {
  if (!(value >= 1e-10)) fail(law, name, "to be at least 1e-10", value);
}

/** A probability, as an argument or a parameter. */
export function checkProbability(law: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) fail(law, name, "in [0, 1]", value);
}

/** A number of trials, of balls or of draws. */
export function checkCount(law: string, name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0))
    fail(law, name, "to be a whole number in [0, 2^53)", value);
}
