/** Joins rows that share a label of any factor. */
export function connectedRows(factors: readonly (readonly string[])[], rows: readonly number[]): number[][] {
  const parent = rows.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!;
    parent[i] = at;
    return at;
  };
  for (const labels of factors) {
    const first = new Map<string, number>();
    rows.forEach((row, i) => {
      const seen = first.get(labels[row]!);
      if (seen === undefined) first.set(labels[row]!, i);
      else parent[root(i)] = root(seen);
    });
  }
  const blocks = new Map<number, number[]>();
  rows.forEach((row, i) => {
    const at = root(i);
    const block = blocks.get(at);
    if (block) block.push(row);
    else blocks.set(at, [row]);
  });
  return [...blocks.values()];
}
