import { isError } from '@backstage/errors';
import {
  evaluateSloStatus,
  Slo,
  SloSamples,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import limit from 'p-limit';
import { mergeSamples } from '../observing/slos/mergeSamples';
import { readFleetSamples } from '../observing/slos/readFleetSamples';
import { readRawSamples } from '../observing/slos/readRawSamples';
import { PrometheusClient } from '../sources';

/** SLOs measured on raw series at the same time. */
const CONCURRENCY = 4;

/** From this coverage on, recorded figures are whole. */
const WHOLE = 0.99;

/**
 * How SLOs stand on one Prometheus at one moment: from what its rules have recorded, and from the
 * raw series where that is not the whole window.
 *
 * @param options - `time`: Unix seconds
 * @returns in the order of the SLOs
 * @throws `ServiceUnavailableError` when Prometheus does not answer
 * @public
 */
export async function measureSlos(
  client: PrometheusClient,
  slos: Slo[],
  options: { time: number; signal?: AbortSignal },
): Promise<SloStatus[]> {
  if (slos.length === 0) {
    return [];
  }
  const fleet = await readFleetSamples(client, slos, options);
  const gate = limit(CONCURRENCY);
  return Promise.all(
    slos.map(slo =>
      gate(async () => {
        const recorded = fleet.of(slo);
        if (recorded && recorded.coverage >= WHOLE) {
          return evaluateSloStatus({ slo, samples: recorded });
        }
        let raw: SloSamples | undefined;
        let invalid: string | undefined;
        try {
          raw = await readRawSamples(client, slo, options);
        } catch (error) {
          // A query that the server refuses is the SLO's fault; no answer is nobody's.
          if (!isError(error) || error.name !== 'InputError') {
            throw error;
          }
          invalid = recorded ? undefined : error.message;
        }
        return evaluateSloStatus({
          slo,
          samples: mergeSamples(slo, recorded, raw),
          invalid,
        });
      }),
    ),
  );
}
