import { PrometheusRangeQuery } from '../../../sources';
import { QueryClient, QueryRangeResult } from '../../QueryClient';

/** A series of a {@link ModelPrometheus}. */
export interface ModelSeries {
  labels: Record<string, string>;
  /** At a moment in Unix seconds; `undefined`: it has none there. */
  value: (time: number) => number | undefined;
}

/** A Prometheus that answers whatever a test says, and remembers what it was asked. */
export class ModelPrometheus implements QueryClient {
  readonly id = 'model';
  readonly asked: PrometheusRangeQuery[] = [];
  data: ModelSeries[] = [];
  warnings: string[] = [];
  /** Thrown instead of an answer. */
  failure?: Error;
  /** See `PrometheusRangeResult`. */
  answeredAt?: number;
  /** Resolved before an answer is given. */
  gate: Promise<void> = Promise.resolve();
  startTime = '2026-01-01T00:00:00Z';

  /** First and last moments of what was asked, one text each. */
  get ranges(): string[] {
    return this.asked.map(({ start, end }) => `${start}–${end}`);
  }

  async queryRange(
    query: PrometheusRangeQuery,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<QueryRangeResult> {
    this.asked.push(query);
    await this.gate;
    signal?.throwIfAborted();
    if (this.failure) {
      throw this.failure;
    }
    return this.answer(query);
  }

  /** What it would answer, without being asked. */
  answer({ start, end, step }: PrometheusRangeQuery): QueryRangeResult {
    const moments: number[] = [];
    for (let at = start * 1_000; at <= end * 1_000; at += step * 1_000) {
      moments.push(at / 1_000);
    }
    const series = this.data.map(({ labels, value }) => {
      const times = moments.filter(time => value(time) !== undefined);
      return { labels, times, values: times.map(time => value(time)!) };
    });
    return {
      series: series.filter(({ times }) => times.length > 0),
      warnings: this.warnings,
      ...(this.answeredAt !== undefined && { answeredAt: this.answeredAt }),
    };
  }

  async runtimeInfo() {
    // Nobody waits for it.
    await new Promise(resolve => setImmediate(resolve));
    return { startTime: this.startTime };
  }

  async query() {
    return { samples: [], warnings: [] };
  }

  async labelNames() {
    return { texts: [], warnings: [] };
  }

  async labelValues() {
    return { texts: [], warnings: [] };
  }

  async series() {
    return { series: [], warnings: [] };
  }
}
