/** Figures and what they may be at most. */
export class Report {
  readonly #rows: {
    what: string;
    value: number;
    unit: string;
    limit?: number;
  }[] = [];

  /** @param limit - absent: it is told, and may be anything */
  add(what: string, value: number, unit: string, limit?: number): void {
    this.#rows.push({ what, value, unit, limit });
  }

  get failed(): string[] {
    return this.#rows
      .filter(({ value, limit }) => limit !== undefined && value > limit)
      .map(({ what }) => what);
  }

  toString(): string {
    return this.#rows
      .map(({ what, value, unit, limit }) => {
        const number = `${Number(value.toFixed(2))} ${unit}`.trim();
        const verdict =
          limit === undefined
            ? ''
            : `  (at most ${limit}${value > limit ? ', TOO MUCH' : ''})`;
        return `${what.padEnd(44)} ${number.padStart(14)}${verdict}`;
      })
      .join('\n');
  }
}
