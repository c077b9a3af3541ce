import { ServiceUnavailableError } from '@backstage/errors';
import {
  PrometheusAlert,
  PrometheusClient,
  PrometheusInstantResult,
  PrometheusQuery,
} from '../../sources';

/** A Prometheus whose answers a test writes. */
export class FakePrometheus implements PrometheusClient {
  readonly id: string;
  readonly queries: string[] = [];
  /** While `true` nothing is answered. */
  down = false;
  activeAlerts: PrometheusAlert[] = [];
  #answer: (
    query: string,
  ) => { labels: Record<string, string>; value: number }[];

  constructor(
    id: string,
    answer: (
      query: string,
    ) => { labels: Record<string, string>; value: number }[] = () => [],
  ) {
    this.id = id;
    this.#answer = answer;
  }

  async query({
    query,
    time = 0,
  }: PrometheusQuery): Promise<PrometheusInstantResult> {
    this.queries.push(query);
    this.#throwIfDown();
    return {
      samples: this.#answer(query).map(sample => ({ ...sample, time })),
      warnings: [],
    };
  }

  async queryRange() {
    return { series: [], warnings: [] };
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

  async alerts(): Promise<PrometheusAlert[]> {
    this.#throwIfDown();
    return this.activeAlerts;
  }

  async exemplars() {
    return [];
  }

  async targets() {
    return [];
  }

  async metadata() {
    return new Map();
  }

  async runtimeInfo() {
    return { startTime: '2026-11-23T17:50:57Z' };
  }

  async buildInfo() {
    this.#throwIfDown();
    return { version: '2.42.0' };
  }

  #throwIfDown(): void {
    if (this.down) {
      throw new ServiceUnavailableError(
        `Prometheus '${this.id}' does not answer`,
      );
    }
  }
}
