import {
  EntityTarget,
  EntityTargetsResponse,
} from '@sightline/backstage-plugin-monitoring-common';

const QUERY = 'up{service="ingestor"}';

function aTarget(instance: string, changes: Partial<EntityTarget> = {}) {
  return {
    labels: { job: 'ingestor', instance: `${instance}:8080`, zone: 'eu-1' },
    state: 'up' as const,
    scrapeDuration: 0.021,
    samples: 1_204,
    ...changes,
  };
}

/** One instance of three is down. */
export const ONE_DOWN: EntityTargetsResponse = {
  items: [
    aTarget('10.4.12.9', {
      state: 'down',
      lastUpAt: '2026-11-23T14:20:00Z',
      error:
        'Get "http://10.4.12.9:8080/metrics": dial tcp 10.4.12.9:8080: connect: connection refused',
    }),
    aTarget('10.4.12.7'),
    aTarget('10.4.12.8'),
  ],
  up: 2,
  down: 1,
  query: QUERY,
};

/** Nothing of the service is scraped. */
export const NONE_SCRAPED: EntityTargetsResponse = {
  items: [],
  up: 0,
  down: 0,
  query: QUERY,
  hasSeries: false,
};
