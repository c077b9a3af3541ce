import type uPlot from 'uplot';

/** The plotting area in pixels of the chart, and the time that it shows. */
export interface ChartArea {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Unix milliseconds. */
  from: number;
  to: number;
  /** Least and greatest value of each other scale. */
  values: Record<string, [number, number]>;
}

/** The plotting area of a chart, for what lies over it; told only when it has changed. */
export class ChartLayout {
  #area: ChartArea | undefined;
  readonly #listeners = new Set<() => void>();

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly area = () => this.#area;

  /** Reads the chart after it was drawn, without asking the page for anything. */
  readonly read = (u: uPlot) => {
    const ratio = devicePixelRatio || 1;
    const { left, top, width, height } = u.bbox;
    const next = {
      left: left / ratio,
      top: top / ratio,
      width: width / ratio,
      height: height / ratio,
      from: u.scales.x?.min ?? 0,
      to: u.scales.x?.max ?? 0,
      values: valuesOf(u),
    };
    if (JSON.stringify(next) !== JSON.stringify(this.#area)) {
      this.#area = next;
      // Not while uPlot is drawing.
      queueMicrotask(() => this.#listeners.forEach(listener => listener()));
    }
  };
}

function valuesOf(u: uPlot): ChartArea['values'] {
  return Object.fromEntries(
    Object.entries(u.scales).flatMap(([key, { min, max }]) =>
      key === 'x' || typeof min !== 'number' || typeof max !== 'number'
        ? []
        : [[key, [min, max]]],
    ),
  );
}
