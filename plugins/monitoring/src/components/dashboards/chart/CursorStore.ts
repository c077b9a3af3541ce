/** What the pointer, or the keyboard, is on in a chart. */
export interface ChartCursor {
  /** Position among the times. */
  index: number;
  /** Position of each series' nearest value; null where none is near. The first is that of the times. */
  indexes: (number | null)[];
  /** Place in the plotting area, in pixels. */
  left: number;
  top: number;
  /** The nearest series, from 0; absent when none is near. */
  nearest?: number;
  /** Whether it is another chart that the pointer is on. */
  isRemote: boolean;
  /** Whether it stays when the pointer leaves. */
  isPinned: boolean;
}

/** How long values are shown at least, in milliseconds: a pointer that moves is read no faster. */
const READABLE = 80;

/**
 * Where the cursor of a chart is, for those who follow it: told at most once a frame, whatever the
 * pointer does, and without drawing the chart's component again. Other values are told less often.
 */
export class CursorStore {
  #cursor: ChartCursor | undefined;
  #shown: ChartCursor | undefined;
  #wasShown = false;
  #frame = 0;
  #shownAt = -Infinity;
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** As it was told last; its place may be older than that of {@link current}. */
  readonly shown = () => this.#shown;

  /** Whether there has been anything to follow yet. */
  readonly wasShown = () => this.#wasShown;

  /** As it is. */
  get current(): ChartCursor | undefined {
    return this.#cursor;
  }

  /** Moves the cursor; a pinned one stays until {@link release}. */
  move(cursor: ChartCursor | undefined) {
    if (this.#cursor?.isPinned || this.#cursor === cursor) {
      return;
    }
    this.#cursor = cursor;
    this.#tell();
  }

  /** Makes the cursor stay where it is. */
  pin() {
    if (this.#cursor) {
      this.#cursor = { ...this.#cursor, isPinned: true };
      this.#tell();
    }
  }

  release() {
    this.#cursor = undefined;
    this.#tell();
  }

  #tell() {
    if (this.#listeners.size > 0 && this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        // What only moved is not drawn again, but its place is told.
        if (!saysTheSame(this.#shown, this.#cursor)) {
          this.#show();
        }
        this.#listeners.forEach(listener => listener());
      });
    }
  }

  /** At once, unless other values have just been shown. */
  #show() {
    const left = this.#shownAt + READABLE - performance.now();
    if (left > 0 && canWait(this.#shown, this.#cursor)) {
      this.#later ??= setTimeout(() => {
        this.#later = undefined;
        this.#tell();
      }, left);
      return;
    }
    this.#shown = this.#cursor;
    this.#shownAt = performance.now();
    this.#wasShown = true;
  }
}

/** Whether only values differ, for which there is time. */
function canWait(
  one: ChartCursor | undefined,
  other: ChartCursor | undefined,
): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.isRemote === other.isRemote &&
    one.isPinned === other.isPinned
  );
}

function saysTheSame(
  one: ChartCursor | undefined,
  other: ChartCursor | undefined,
): boolean {
  return (
    one === other ||
    (one !== undefined &&
      other !== undefined &&
      one.index === other.index &&
      one.nearest === other.nearest &&
      one.isRemote === other.isRemote &&
      one.isPinned === other.isPinned &&
      one.indexes.every((index, at) => index === other.indexes[at]))
  );
}
