import { isError } from '@backstage/errors';
import {
  evaluateSloStatus,
  Slo,
  SloSamples,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import limit from 'p-limit';
import { isWhole } from '../observing/slos/isWhole';
import { mergeSamples } from '../observing/slos/mergeSamples';
import {
  readFleetSamples,
  readSummedWindows,
} from '../observing/slos/readFleetSamples';
import { readRawSamples } from '../observing/slos/readRawSamples';
import { PrometheusClient } from '../sources';

/** SLOs measured on raw series at the same time. */
const CONCURRENCY = 4;

/** What was asked of one SLO's raw series. */
interface RawAnswer {
  samples?: SloSamples;
  /** Why the server refused the query. */
  refusal?: string;
}

async function readRaw(
  client: PrometheusClient,
  slo: Slo,
  options: { time: number; signal?: AbortSignal },
): Promise<RawAnswer> {
  try {
    return { samples: await readRawSamples(client, slo, options) };
  } catch (error) {
    // A query that the server refuses is the SLO's fault; no answer is nobody's.
    if (!isError(error) || error.name !== 'InputError') {
      throw error;
    }
    return { refusal: error.message };
  }
}

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
  const partial = slos.filter(slo => !isWhole(fleet.of(slo)?.coverage));
  const summed =
    partial.length > 0
      ? await readSummedWindows(client, partial, options)
      : undefined;
  const gate = limit(CONCURRENCY);
  return Promise.all(
    slos.map(async slo => {
      const recorded = fleet.of(slo, summed);
      const raw: RawAnswer = isWhole(recorded?.coverage)
        ? {}
        : await gate(() => readRaw(client, slo, options));
      return evaluateSloStatus({
        slo,
        samples: mergeSamples(recorded, raw.samples, window =>
          recorded ? fleet.recordedShare(slo, window, recorded) : 0,
        ),
        invalid: recorded ? undefined : raw.refusal,
      });
    }),
  );
}
