import { PanelData } from '../types';

const NOTHING: PanelData = { isLoading: false };

/**
 * What is known of the panels' data, by their keys.
 *
 * @remarks
 * It stands outside React's state: a panel is drawn again only for its own data, and no function that
 * an earlier drawing of the page has made keeps an old answer alive.
 */
export class PanelAnswers {
  readonly #data = new Map<string, PanelData>();
  readonly #listeners = new Set<() => void>();

  static create(): PanelAnswers {
    return new PanelAnswers();
  }

  private constructor() {}

  get(key: string): PanelData {
    return this.#data.get(key) ?? NOTHING;
  }

  change(keys: Iterable<string>, change: (old: PanelData) => PanelData): void {
    for (const key of keys) {
      this.#data.set(key, change(this.get(key)));
    }
    this.#tell();
  }

  /**
   * Gives up the data of all other panels.
   *
   * @returns the keys of those
   */
  keepOnly(kept: ReadonlySet<string>): string[] {
    const gone = [...this.#data.keys()].filter(key => !kept.has(key));
    gone.forEach(key => this.#data.delete(key));
    if (gone.length > 0) {
      this.#tell();
    }
    return gone;
  }

  /** Calls `onChange` whenever something changes, until the function that it returns is called. */
  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  #tell(): void {
    this.#listeners.forEach(listener => listener());
  }
}
