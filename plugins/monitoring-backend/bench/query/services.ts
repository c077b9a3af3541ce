import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { httpDashboardUid } from '../../src/__testUtils__';
import { SampleFile } from '../slo/SampleFile';

/** Figures, graphs and a heat map of the dashboard of the `http` pack. */
export const PANELS = [1, 2, 3, 4, 10, 11, 12, 16];
/** One graph of one query. */
export const PANEL = 10;

const HOUR = 3_600;
const MINUTE = 60;
/** In hours. */
const AHEAD = 2;

/** As prom-client counts requests. */
const SERIES = [
  ['http_request_duration_seconds_count', 'status_code="200"', 60],
  ['http_request_duration_seconds_count', 'status_code="500"', 0.5],
  ['http_request_duration_seconds_bucket', 'le="0.1"', 40],
  ['http_request_duration_seconds_bucket', 'le="0.5"', 57],
  ['http_request_duration_seconds_bucket', 'le="1"', 60],
  ['http_request_duration_seconds_bucket', 'le="+Inf"', 60.5],
] as const;

export function nameOf(index: number): string {
  return `service-${index}`;
}

/** The one that is asked through what counts samples, among so many. */
export function countedService(services: number): number {
  return Math.floor(services * 0.8);
}

export function dashboardOf(index: number): string {
  return httpDashboardUid(nameOf(index));
}

/**
 * Services of one Prometheus, and as many as asked for of another one that is in trouble.
 *
 * @param faulty - of the latter; their names are in `services` too, from the end on
 */
export function entitiesOf(services: number, faulty: number): Entity[] {
  return Array.from({ length: services + faulty }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: nameOf(index),
      annotations: {
        'monitoring/packs': 'http',
        ...(index >= services && { 'monitoring/prometheus': 'faulty' }),
        ...(index === countedService(services) && {
          'monitoring/prometheus': 'counted',
        }),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-media' },
  }));
}

/**
 * Six series of each service, once a minute; beyond now as well, since what is asked about now needs
 * samples for as long as it is measured.
 */
export async function writeSamples(
  directory: string,
  options: { services: number; hours: number; now: number },
): Promise<string> {
  const { services, hours, now } = options;
  const file = SampleFile.create(path.join(directory, 'samples.txt'));
  let metric = '';
  for (const [name, labels, perMinute] of SERIES) {
    if (name !== metric) {
      metric = name;
      file.metric(name);
    }
    for (let index = 0; index < services; index += 1) {
      const series = `${name}{service="${nameOf(
        index,
      )}",namespace="default",route="/",${labels}}`;
      for (let ago = hours * HOUR; ago >= -AHEAD * HOUR; ago -= MINUTE) {
        const minute = hours * MINUTE - ago / MINUTE;
        // No two services alike, and none a straight line.
        const wave = 5 * Math.sin(minute / (30 + (index % 17)));
        const value = minute * perMinute + perMinute * wave + index;
        await file.add(series, Number(value.toFixed(3)), now - ago);
      }
    }
  }
  return file.close();
}
