/** A figure, and what it may be at most. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** Absent: it may be anything. */
  limit?: number;
  /** The smallest and the largest of several measurements. */
  spread?: [number, number];
}

function written(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** Figures and what they may be at most. */
export class Report {
  readonly #rows: Figure[] = [];

  /** @param limit - absent: it is told, and may be anything */
  add(what: string, value: number, unit: string, limit?: number): void {
    this.#rows.push({ what, value, unit, limit });
  }

  /** The middle one of several measurements, and how far they lie apart. */
  addAll(what: string, values: number[], unit: string, limit?: number): void {
    const sorted = [...values].sort((a, b) => a - b);
    this.#rows.push({
      what,
      value: sorted[(sorted.length - 1) >> 1],
      unit,
      limit,
      spread: [sorted[0], sorted[sorted.length - 1]],
    });
  }

  get failed(): string[] {
    return this.#rows
      .filter(({ value, limit }) => limit !== undefined && !(value <= limit))
      .map(({ what }) => what);
  }

  /** As a table. */
  toMarkdown(): string {
    return [
      '| figure | value | at most | of repeats |',
      '| --- | ---: | ---: | ---: |',
      ...this.#rows.map(({ what, value, unit, limit, spread }) =>
        [
          '',
          what,
          `${written(value)} ${unit}`.trim(),
          limit === undefined ? '' : `${limit}`,
          spread ? spread.map(written).join(' – ') : '',
          '',
        ]
          .join(' | ')
          .trim(),
      ),
    ].join('\n');
  }

  toString(): string {
    return this.#rows
      .map(({ what, value, unit, limit, spread }) => {
        const number = `${written(value)} ${unit}`.trim();
        const between = spread ? `  [${spread.map(written).join(' – ')}]` : '';
        const verdict =
          limit === undefined
            ? ''
            : `  (at most ${limit}${value <= limit ? '' : ', TOO MUCH'})`;
        return `${what.padEnd(44)} ${number.padStart(14)}${verdict}${between}`;
      })
      .join('\n');
  }
}
