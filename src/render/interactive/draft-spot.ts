import type { PlacedItem } from "./scene.ts";

/** What is known of the values of one channel of a spot. */
export interface Reading {
  title: string;
  value: number | null;
  from: number | null;
  to: number | null;
}

/** A spot while its layers are being put together. */
export interface DraftSpot {
  place: PlacedItem;
  /** Whether the place is that of a value, not of the middle of a bar. */
  isPoint: boolean;
  x: Reading | null;
  y: Reading | null;
  /** Title of the panel; empty where it isn't said. */
  heading: string;
  /** What the row itself says that it shows, in its field `said`; empty where it says nothing. */
  said: string;
  /** Name of the row where one axis is one of the layout. */
  row: string;
}
