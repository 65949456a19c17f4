/** What is used of an item of Vega's scene graph: pixels from the corner of its group. */
export interface SceneItem {
  x?: number;
  y?: number;
  x2?: number;
  y2?: number;
  width?: number;
  height?: number;
  opacity?: number;
  /** Of a point: a name, or a path. */
  shape?: string;
  text?: unknown;
  datum?: Readonly<Record<string, unknown>>;
  /** Marks inside a group. */
  items?: SceneMark[];
}

/** All items of one layer. */
export interface SceneMark {
  name?: string;
  marktype: string;
  role?: string;
  items: SceneItem[];
}

/** An item with its place in the whole picture, in pixels. */
export interface PlacedItem {
  item: SceneItem;
  x: number;
  y: number;
}

/** Middle of an item from its group's corner. */
function middle({ x = 0, y = 0, x2, y2, width, height }: SceneItem): [number, number] {
  const along = (start: number, end: number | undefined, size: number | undefined): number => {
    if (size !== undefined) return start + size / 2;
    return end === undefined ? start : (start + end) / 2;
  };
  return [along(x, x2, width), along(y, y2, height)];
}

/**
 * The items of every named mark, and all words that stand in marks, with their places.
 *
 * @param root The outermost mark of a scene.
 * @param origin Where the drawing begins in the picture.
 */
export function placedItems(
  root: SceneMark,
  origin: readonly [number, number],
): { marks: Map<string, PlacedItem[]>; words: PlacedItem[] } {
  const marks = new Map<string, PlacedItem[]>();
  const words: PlacedItem[] = [];
  const walk = (mark: SceneMark, [left, top]: readonly [number, number]): void => {
    if (mark.marktype === "group") {
      for (const group of mark.items) {
        const corner = [left + (group.x ?? 0), top + (group.y ?? 0)] as const;
        for (const inner of group.items ?? []) walk(inner, corner);
      }
      return;
    }
    const placed = mark.items.map((item) => {
      const [x, y] = middle(item);
      return { item, x: left + x, y: top + y };
    });
    if (mark.marktype === "text" && mark.role === "mark") words.push(...placed);
    else if (mark.name !== undefined) marks.set(mark.name, placed);
  };
  walk(root, origin);
  return { marks, words };
}
