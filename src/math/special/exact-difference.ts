const SPLIT = 134217729;

/**
 * What the rounded product lacks: x·y − fl(x·y), exactly; 0 where that overflows, beyond 1e300.
 *
 * @see Dekker (1971), Numer Math 18:224–242, equations 5.5–5.14. doi:10.1007/BF01397083
 */
export function productError(x: number, y: number, product: number): number {
  const tx = SPLIT * x;
  const xHigh = tx - (tx - x);
  const xLow = x - xHigh;
  const ty = SPLIT * y;
  const yHigh = ty - (ty - y);
  const yLow = y - yHigh;
  const error = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
  return Number.isFinite(error) ? error : 0;
}

/** ab − cd, correct to an ulp or two even where the products nearly cancel. */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const ab = a * b;
  const cd = c * d;
  return ab - cd + (productError(a, b, ab) - productError(c, d, cd));
}

/**
 * ay − bx for y = 1 − x, from the smaller of x and y, which is taken to be the exact one. Large a and b need it to
 * more digits than their products have.
 */
export function exactDrift(a: number, b: number, x: number, y: number): number {
  const z = Math.min(x, y);
  const az = a * z;
  const bz = b * z;
  const errors = productError(a, z, az) + productError(b, z, bz);
  if (x <= y) {
    const rest = a - az;
    return rest - bz + (a - rest - az - errors);
  }
  const rest = b - bz;
  return az - rest - (b - rest - bz - errors);
}
