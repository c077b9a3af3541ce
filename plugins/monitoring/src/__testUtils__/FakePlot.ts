import type uPlot from 'uplot';

type Hook = keyof uPlot.Hooks.Arrays;

/**
 * Stands for uPlot in tests: there is no canvas there. Keeps what it was given, so that tests
 * can look at it and play the pointer.
 */
export class FakePlot {
  /** All charts on the page, in the order in which they were made. */
  static readonly shown: FakePlot[] = [];
  /** How many were made since the tests began. */
  static made = 0;

  static readonly paths = {
    linear: () => () => null,
    spline: () => () => null,
    stepped: () => () => null,
    bars: () => () => null,
  };

  static rangeNum(min: number, max: number): [number, number] {
    return [min, max];
  }

  static rangeLog(min: number, max: number): [number, number] {
    return [min, max];
  }

  static rangeAsinh(min: number, max: number): [number, number] {
    return [min, max];
  }

  static tzDate(date: Date): Date {
    return date;
  }

  readonly over = document.createElement('div');
  readonly select = { left: 0, top: 0, width: 0, height: 0 };
  readonly focus = { alpha: 1 };
  readonly bbox = { left: 0, top: 0, width: 400, height: 100 };
  readonly series: { show?: boolean; label?: unknown }[];
  readonly scales: Record<string, { min: number; max: number }> = {};
  bands: uPlot.Band[] = [];
  readonly cursor: {
    idx?: number;
    idxs?: (number | null)[];
    left: number;
    top: number;
    event?: unknown;
  } = { left: -10, top: -10 };

  constructor(
    readonly options: uPlot.Options,
    public data: uPlot.AlignedData,
    root: HTMLElement,
  ) {
    this.series = options.series.map(one => ({ show: true, ...one }));
    this.over.className = 'u-over';
    root.appendChild(this.over);
    FakePlot.shown.push(this);
    FakePlot.made++;
    this.#fire('init');
    this.#draw();
  }

  /** As if one pixel were one millisecond. */
  posToVal(position: number): number {
    return position;
  }

  valToPos(value: number): number {
    return value;
  }

  setSelect() {}

  setSize() {}

  setData(data: uPlot.AlignedData) {
    this.data = data;
    this.#draw();
  }

  setSeries(index: number | null, change: { show?: boolean; focus?: boolean }) {
    if (index !== null && change.show !== undefined) {
      this.series[index].show = change.show;
    }
    this.#fire('setSeries', index, change);
  }

  setCursor({ left, top }: { left: number; top: number }) {
    const { data, cursor } = this;
    const idx = data[0].indexOf(left as never);
    Object.assign(cursor, { left, top, idx: idx < 0 ? undefined : idx });
    cursor.idxs = idx < 0 ? [] : data.map(() => idx);
    this.#fire('setCursor');
  }

  addBand(band: uPlot.Band) {
    this.bands.push(band);
  }

  delBand() {
    this.bands = [];
  }

  batch(change: () => void) {
    change();
  }

  destroy() {
    this.over.remove();
    FakePlot.shown.splice(FakePlot.shown.indexOf(this), 1);
  }

  /** Marks a part of the chart, as a person does with the pointer. */
  drag(from: number, to: number) {
    this.cursor.event = new MouseEvent('mousemove');
    this.followDrag(from, to);
  }

  /** Marks a part of the chart because a person does so in another. */
  followDrag(from: number, to: number) {
    Object.assign(this.select, { left: from, width: to - from });
    this.#fire('setSelect');
  }

  /** Points at the values at a position, nearest to a series. */
  hover(index: number, nearest = 0) {
    this.over.matches = () => true;
    Object.assign(this.cursor, {
      idx: index,
      idxs: this.data.map(() => index),
      left: 10,
      top: 10,
      event: {},
    });
    this.setSeries(nearest + 1, { focus: true });
    this.#fire('setCursor');
  }

  /** Labels of the series that are drawn. */
  get drawn(): (string | undefined)[] {
    return this.series
      .slice(1)
      .filter(({ show }) => show)
      .map(({ label }) => label as string | undefined);
  }

  #draw() {
    const { range } = this.options.scales?.x ?? {};
    if (typeof range === 'function') {
      const [min, max] = range(this as never, 0, 0, 'x');
      this.scales.x = { min: min!, max: max! };
    }
    // All others reach from 0 to 100.
    for (const key of Object.keys(this.options.scales ?? {})) {
      this.scales[key] ??= { min: 0, max: 100 };
    }
    this.#fire('drawAxes');
  }

  #fire(name: Hook, ...given: unknown[]) {
    for (const hook of this.options.hooks?.[name] ?? []) {
      (hook as ((...args: unknown[]) => void) | undefined)?.(this, ...given);
    }
  }
}
