import { Slo } from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusClient } from '../../sources';
import { FleetSamples } from './FleetSamples';
import { readSummedWindows } from './readFleetSamples';

/** So many SLOs are looked at again at every poll; more of them every five minutes. */
export const FEW = 20;

/** Summing the hours of a fleet is dear. In milliseconds. */
const MAX_AGE = 5 * 60_000;

/**
 * The SLO windows of a fleet whose rules do not record them yet: after an upgrade, or when many
 * SLOs are new at once. Of many SLOs read every five minutes.
 */
export class SummedWindows {
  #latest?: FleetSamples;
  #readAt = -Infinity;

  static create(): SummedWindows {
    return new SummedWindows();
  }

  private constructor() {}

  /** @param partial - SLOs whose recorded windows are not whole */
  async read(
    client: PrometheusClient,
    partial: Slo[],
    options: { /** Unix seconds. */ time: number; signal?: AbortSignal },
  ): Promise<FleetSamples | undefined> {
    if (partial.length === 0) {
      this.#latest = undefined;
      return undefined;
    }
    const now = options.time * 1_000;
    const maxAge = partial.length > FEW ? MAX_AGE : 0;
    if (!this.#latest || now - this.#readAt >= maxAge) {
      this.#latest = await readSummedWindows(client, partial, options);
      this.#readAt = now;
    }
    return this.#latest;
  }
}
