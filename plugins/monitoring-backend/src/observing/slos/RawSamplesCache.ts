import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, stringifyError } from '@backstage/errors';
import { Slo, SloSamples } from '@sightline/backstage-plugin-monitoring-common';
import limit from 'p-limit';
import { PrometheusClient, QueryExecutionError } from '../../sources';
import { isWhole } from './isWhole';
import { readRawSamples } from './readRawSamples';
import { sloKey } from './sloKey';
import { FEW } from './SummedWindows';

/** SLOs measured on raw series at the same time. */
const CONCURRENCY = 4;

/**
 * Most SLOs that are measured on raw series at one poll: those that never were come first, then
 * those whose figures are oldest.
 */
const MOST_AT_ONCE = 200;

/** Also for a query that is too dear to be run. In milliseconds. */
const MAX_AGE = 5 * 60_000;

/** An SLO whose raw series are no older than the recorded ones gains nothing from them. In milliseconds. */
const MAX_AGE_USELESS = 60 * 60_000;

interface Entry {
  samples?: SloSamples;
  /** When it was tried. Unix milliseconds. */
  at: number;
  /** Not to be tried again for so long, in milliseconds. */
  rest: number;
  error?: unknown;
}

/**
 * Measures on raw series the SLOs whose rules have not recorded their whole window yet, so that a
 * new SLO shows true numbers at once. Bounded: never more than a few at a time.
 */
export class RawSamplesCache {
  readonly #logger: LoggerService;
  readonly #entries = new Map<string, Entry>();

  static create(options: { logger: LoggerService }): RawSamplesCache {
    return new RawSamplesCache(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** The latest raw figures of an SLO. */
  samples(slo: Slo): SloSamples | undefined {
    return this.#entries.get(sloKey(slo))?.samples;
  }

  /** Why Prometheus cannot read the queries of an SLO; `undefined` when it can. */
  refusal(slo: Slo): string | undefined {
    const error = this.#entries.get(sloKey(slo))?.error;
    if (isTooMuch(error)) {
      return undefined;
    }
    return error instanceof InputError ? error.message : undefined;
  }

  /** Why nothing but the recorded figures of an SLO is known; `undefined` when more is. */
  shortfall(slo: Slo): string | undefined {
    const error = this.#entries.get(sloKey(slo))?.error;
    return isTooMuch(error)
      ? `Only what the rules have recorded could be read: ${error.message}`
      : undefined;
  }

  /**
   * Measures what has to be measured now: a few SLOs at every poll; when there are more, each every
   * five minutes. Never throws for one SLO.
   *
   * @param coverageOf - how much of an SLO's window is recorded, 0..1
   */
  async refresh(
    client: PrometheusClient,
    slos: Slo[],
    coverageOf: (slo: Slo) => number | undefined,
    options: { time: number; signal?: AbortSignal },
  ): Promise<void> {
    const gate = limit(CONCURRENCY);
    const now = options.time * 1_000;
    const partial = slos.filter(slo => {
      const whole = isWhole(coverageOf(slo));
      if (whole) {
        this.#entries.delete(sloKey(slo));
      }
      return !whole;
    });
    const maxAge = partial.length > FEW ? MAX_AGE : 0;
    const due = partial
      .filter(slo => this.#isDue(slo, now, maxAge))
      .sort((a, b) => compareTimes(this.#triedAt(a), this.#triedAt(b)))
      .slice(0, MOST_AT_ONCE);
    await Promise.all(
      due.map(slo =>
        gate(() => this.#measure(client, slo, coverageOf(slo), options)),
      ),
    );
  }

  /** Forgets the SLOs that are no more. */
  retain(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) {
      if (!keys.has(key)) {
        this.#entries.delete(key);
      }
    }
  }

  #triedAt(slo: Slo): number {
    return this.#entries.get(sloKey(slo))?.at ?? -Infinity;
  }

  #isDue(slo: Slo, now: number, maxAge: number): boolean {
    const entry = this.#entries.get(sloKey(slo));
    return !entry || now - entry.at >= Math.max(entry.rest, maxAge);
  }

  async #measure(
    client: PrometheusClient,
    slo: Slo,
    recorded: number | undefined,
    options: { time: number; signal?: AbortSignal },
  ): Promise<void> {
    options.signal?.throwIfAborted();
    const key = sloKey(slo);
    const at = options.time * 1_000;
    try {
      const samples = await readRawSamples(client, slo, options);
      const useless = recorded !== undefined && samples.coverage <= recorded;
      this.#entries.set(key, {
        samples,
        at,
        rest: useless ? MAX_AGE_USELESS : 0,
      });
    } catch (error) {
      const before = this.#entries.get(key);
      if (!before?.error) {
        this.#logger.warn(
          `The SLO '${slo.id}' of ${
            slo.entityRef
          } could not be measured: ${stringifyError(error)}`,
        );
      }
      this.#entries.set(key, {
        // A hiccup passes. What is too much stays so, and old figures must not pass for new ones.
        samples: isTooMuch(error) ? undefined : before?.samples,
        at,
        rest: isTooMuch(error) ? MAX_AGE : 0,
        error,
      });
    }
  }
}

/** Of two that never were, neither is first. */
function compareTimes(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function isTooMuch(error: unknown): error is Error {
  return error instanceof QueryExecutionError;
}
