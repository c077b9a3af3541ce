import type uPlot from 'uplot';

/**
 * Stands for uPlot in tests: there is no canvas there. Keeps what it was given, so that tests
 * can look at it and play the pointer.
 */
export class FakePlot {
  /** All charts on the page, in the order in which they were made. */
  static readonly shown: FakePlot[] = [];

  static readonly paths = {
    linear: () => () => null,
    spline: () => () => null,
    stepped: () => () => null,
    bars: () => () => null,
  };

  static rangeNum(min: number, max: number): [number, number] {
    return [min, max];
  }

  static tzDate(date: Date): Date {
    return date;
  }

  readonly over = document.createElement('div');
  readonly select = { left: 0, top: 0, width: 0, height: 0 };
  readonly cursor: { idx?: number; left: number; top: number } = {
    left: -1,
    top: -1,
  };

  constructor(
    readonly options: uPlot.Options,
    readonly data: uPlot.AlignedData,
    root: HTMLElement,
  ) {
    root.appendChild(this.over);
    FakePlot.shown.push(this);
  }

  /** As if one pixel were one millisecond. */
  posToVal(position: number): number {
    return position;
  }

  setSelect() {}

  setSize() {}

  destroy() {
    this.over.remove();
    FakePlot.shown.splice(FakePlot.shown.indexOf(this), 1);
  }

  /** Marks a part of the chart, as a person does with the pointer. */
  drag(from: number, to: number) {
    Object.assign(this.select, { left: from, width: to - from });
    for (const hook of this.options.hooks?.setSelect ?? []) {
      hook?.(this as unknown as uPlot);
    }
  }

  /** Points at the value at a position. */
  hover(index: number) {
    this.over.matches = () => true;
    Object.assign(this.cursor, { idx: index, left: 10, top: 10 });
    for (const hook of this.options.hooks?.setCursor ?? []) {
      hook?.(this as unknown as uPlot);
    }
  }

  /** Labels of the series that are drawn. */
  get drawn(): (string | undefined)[] {
    return this.options.series
      .slice(1)
      .filter(({ show }) => show)
      .map(({ label }) => label as string | undefined);
  }
}
