/**
 * Median duration of a task in milliseconds, once half a second of runs has warmed it up, over samples long enough for
 * the clock.
 *
 * @param task Called without arguments.
 */
export function medianMilliseconds(task, samples = 31) {
  const sample = (runs) => {
    const start = performance.now();
    for (let i = 0; i < runs; i++) task();
    return (performance.now() - start) / runs;
  };
  const start = performance.now();
  do task();
  while (performance.now() - start < 500);
  const runs = Math.max(1, Math.round(2 / Math.max(sample(1), 1e-3)));
  const times = Array.from({ length: samples }, () => sample(runs));
  return times.sort((a, b) => a - b)[samples >> 1];
}
