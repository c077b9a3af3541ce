/** What happened in one minute; `undefined`: nobody looked. */
export type Minute = { good: number; bad: number } | undefined;

/** One series of a counter: values by minute, `undefined` where there is no sample. */
type Samples = (number | undefined)[];

const QUIET = { good: 0, bad: 0 };

/**
 * Events of one service, minute by minute, and the counters that a Prometheus would scrape of it. The first
 * sample is at minute 0, before anything happened.
 */
export class Traffic {
  readonly #minutes: Minute[] = [QUIET];
  /** Minutes at which a process begins, whose counters start at 0. */
  readonly #starts: { minute: number; instance: string }[] = [
    { minute: 0, instance: 'a' },
  ];

  /** So many minutes of so many events each. */
  for(minutes: number, events: { good?: number; bad?: number }): this {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.#minutes.push({ ...QUIET, ...events });
    }
    return this;
  }

  /** The service runs and nobody uses it. */
  silence(minutes: number): this {
    return this.for(minutes, QUIET);
  }

  /** No scrape succeeds; what happens is not known. */
  gap(minutes: number): this {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.#minutes.push(undefined);
    }
    return this;
  }

  /** The process starts again under the same name: its counters fall to 0. */
  restart(): this {
    const { instance } = this.#starts[this.#starts.length - 1];
    this.#starts.push({ minute: this.#minutes.length, instance });
    return this;
  }

  /** A new version takes over: all series end, and others begin at 0 a minute later. */
  deploy(): this {
    const instance = String.fromCharCode(97 + this.#starts.length);
    this.#starts.push({ minute: this.#minutes.length, instance });
    this.#minutes.push(QUIET);
    return this;
  }

  /** By minute, from 0. */
  get minutes(): readonly Minute[] {
    return this.#minutes;
  }

  /**
   * Input series of promtool.
   *
   * @param labels - of the service, `service="ingestor"`
   */
  series(labels: string): { series: string; values: string }[] {
    const codes = [
      ['good', '200'],
      ['bad', '503'],
    ] as const;
    return codes.flatMap(([kind, code]) => {
      // A service that has never failed has no series of failures.
      if (kind === 'bad' && !this.#minutes.some(minute => minute?.bad)) {
        return [];
      }
      return [...this.#samples(kind)].map(([instance, samples]) => ({
        series: `requests_total{${labels}, instance="${instance}", code="${code}"}`,
        values: notation(samples),
      }));
    });
  }

  #samples(kind: 'good' | 'bad'): Map<string, Samples> {
    const all = new Map<string, Samples>();
    this.#starts.forEach(({ minute: from, instance }, index) => {
      const to = this.#starts[index + 1]?.minute ?? this.#minutes.length;
      const samples: Samples = all.get(instance) ?? Array(from).fill(undefined);
      let value = 0;
      for (let minute = from; minute < to; minute += 1) {
        const events = this.#minutes[minute];
        value += events?.[kind] ?? 0;
        samples.push(events && value);
      }
      all.set(instance, samples);
    });
    return all;
  }
}

/** `0+5x9 _x3`: promtool's way to write samples, in runs of equal steps. */
function notation(samples: Samples): string {
  const parts: string[] = [];
  let index = 0;
  while (index < samples.length) {
    const first = samples[index];
    let end = index + 1;
    if (first === undefined) {
      while (end < samples.length && samples[end] === undefined) {
        end += 1;
      }
      parts.push(`_x${end - index}`);
    } else {
      const next = samples[end];
      const step = next === undefined ? 0 : Number((next - first).toFixed(9));
      while (
        end < samples.length &&
        samples[end] !== undefined &&
        Math.abs(samples[end]! - first - step * (end - index)) < 1e-9
      ) {
        end += 1;
      }
      parts.push(
        `${first}${step < 0 ? '-' : '+'}${Math.abs(step)}x${end - index - 1}`,
      );
    }
    index = end;
  }
  return parts.join(' ');
}
