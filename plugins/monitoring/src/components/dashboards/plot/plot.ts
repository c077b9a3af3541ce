/** A rectangle, in pixels of the plot. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A line of a tooltip. */
export interface PlotLine {
  name?: string;
  value: string;
  /** For CSS. */
  color?: string;
  /** Whether it is the one that the pointer is on. */
  isActive?: boolean;
}

/** Something of a plot that can be pointed at: a bar, a cell, a state. */
export interface PlotItem {
  box: Box;
  /** What and when it is. */
  title: string;
  lines: PlotLine[];
  /** Beside the lines: how something spreads, as shares of the largest: 0..1. */
  spread?: { share: number; color?: string; isActive: boolean }[];
}

/** Where an item is among the others. */
export interface PlotPlace {
  row: number;
  column: number;
}

/** The items of a plot, for the pointer and for the keyboard. */
export interface PlotItems {
  rowCount: number;
  columnCount: (row: number) => number;
  /** Undefined where there is none. */
  item: (place: PlotPlace) => PlotItem | undefined;
  /** What is at a position of the plot. */
  hit: (x: number, y: number) => PlotPlace | undefined;
  /** The column of another row that is beside a place. */
  across: (place: PlotPlace, row: number) => number;
}

/** Of a plot that shows nothing to point at. */
export const NO_ITEMS: PlotItems = {
  rowCount: 0,
  columnCount: () => 0,
  item: () => undefined,
  hit: () => undefined,
  across: () => 0,
};
