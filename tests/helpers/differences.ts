/** Neville's scheme on a sequence of steps halved each time, for a rule whose error is even in the step. */
function extrapolate(rule: (step: number) => number, first: number, rows: number): number {
  let before: number[] = [];
  for (let i = 0; i < rows; i++) {
    const row = [rule(first / 2 ** i)];
    for (let k = 1; k <= i; k++) row.push(row[k - 1]! + (row[k - 1]! - before[k - 1]!) / (4 ** k - 1));
    before = row;
  }
  return before.at(-1)!;
}

/** Derivative by central differences with Richardson's extrapolation: error of order step^(2 × rows). */
export function derivative(f: (x: number) => number, x: number, step = 0.01, rows = 4): number {
  return extrapolate((h) => (f(x + h) - f(x - h)) / (2 * h), step, rows);
}

/** Gradient by the same differences, one coordinate after the other. */
export function gradientOf(f: (x: Float64Array) => number, at: ArrayLike<number>, step = 0.01): number[] {
  return Array.from(at, (value, i) =>
    derivative(
      (x) => {
        const point = Float64Array.from(at);
        point[i] = x;
        return f(point);
      },
      value,
      step * Math.max(1, Math.abs(value)),
    ),
  );
}

/** Hessian by second differences of the value alone, with Richardson's extrapolation. */
export function hessianOf(f: (x: Float64Array) => number, at: ArrayLike<number>, step = 0.02): number[][] {
  const center = f(Float64Array.from(at));
  const along = (i: number, j: number, h: number, k: number): number => {
    const point = Float64Array.from(at);
    point[i]! += h;
    point[j]! += k;
    return f(point);
  };
  return Array.from(at, (_, i) =>
    Array.from(at, (_unused, j) =>
      extrapolate(
        (h) =>
          i === j
            ? (along(i, i, h, 0) - 2 * center + along(i, i, -h, 0)) / (h * h)
            : (along(i, j, h, h) - along(i, j, h, -h) - along(i, j, -h, h) + along(i, j, -h, -h)) /
              (4 * h * h),
        step,
        4,
      ),
    ),
  );
}

/** Simpson's rule on `panels` equal panels. */
export function simpson(f: (x: number) => number, from: number, to: number, panels: number): number {
  const h = (to - from) / (2 * panels);
  let sum = f(from) + f(to);
  for (let i = 1; i < 2 * panels; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}
