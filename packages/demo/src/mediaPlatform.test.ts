import { mediaPlatformPacks } from '@sightline/backstage-plugin-monitoring-backend-module-media-platform';
import { PackContext } from '@sightline/backstage-plugin-monitoring-node';
import {
  expressionsWithoutData,
  firingMinutes,
  RecordedPage,
  RecordedPrometheus,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { IncidentName } from './incidents';
import { recordIncident, simulatedPages } from './testUtils';

const SERVICES: Record<string, string> = {
  'media-ingestor': 'ingestor',
  'media-service': 'media-service',
  'media-gateway': 'gateway',
  'gateway-security': 'gateway',
  'variant-generator': 'variant-generator',
};

function contextOf(service: string): PackContext {
  return {
    entityRef: `component:default/${service}`,
    name: service,
    title: service,
    selector: `service="${service}"`,
    options: {},
  };
}

function packOf(id: string) {
  return mediaPlatformPacks.find(pack => pack.id === id)!;
}

describe('the dashboards of the media platform, on the simulation alone', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    const services = [...new Set(Object.values(SERVICES))];
    const recorded: RecordedPage = {
      labels: { scrape: 'simulated' },
      pages: simulatedPages(services),
    };
    prometheus = await RecordedPrometheus.start([recorded]);
  });

  afterAll(() => prometheus?.stop());

  it.each(Object.keys(SERVICES))(
    'have no empty panel in those of the pack %s, and no SLI without data',
    async id => {
      const quiet: Record<string, string[]> = {
        // Not one of a thousand fails, and none in the minute that is looked at.
        'media-ingestor': ['alert StorageOperationFailures'],
        // Nobody guesses passwords.
        'gateway-security': ['alert AuthenticationFailureSurge'],
        // It works.
        'variant-generator': ['alert VariantGenerationStalled'],
      };
      expect(
        await expressionsWithoutData(
          prometheus,
          packOf(id),
          contextOf(SERVICES[id]),
          quiet[id],
        ),
      ).toEqual([]);
    },
  );
});

describe('an incident fires its alert once', () => {
  it.each<[IncidentName, string, string, number, number]>([
    ['upload-failures', 'media-ingestor', 'HighUploadFailureRate', 7, 6],
    ['slow-uploads', 'media-ingestor', 'SlowUploadResponseTime', 7, 6],
    ['storage-errors', 'media-ingestor', 'StorageOperationFailures', 7, 6],
    // Counted over 15 minutes.
    ['reconciliation-errors', 'media-ingestor', 'ReconciliationErrors', 7, 16],
    ['graphql-errors', 'media-gateway', 'HighGraphQLErrorRate', 7, 6],
    ['upload-failures', 'media-gateway', 'HighUpstreamErrorRate', 7, 6],
    [
      'credential-stuffing',
      'gateway-security',
      'AuthenticationFailureSurge',
      7,
      6,
    ],
    // No generation for 5 minutes, and then for 5.
    ['consumer-lag', 'variant-generator', 'VariantGenerationStalled', 12, 1],
    ['consumer-lag', 'variant-generator', 'VariantQueueBacklog', 12, 5],
  ])(
    '%s: %s, %s within %s minutes, until at most %s after its end',
    async (incident, id, alert, fires, clears) => {
      const calm = 10;
      const lasts = 15;
      const until = calm + lasts + 20;
      const service = SERVICES[id];
      const minutes = await firingMinutes(
        packOf(id).alerts(contextOf(service)),
        alert,
        recordIncident(incident, service, { calm, lasts, until }),
        until,
      );
      const [first] = minutes;
      const last = minutes[minutes.length - 1];
      expect(minutes).toHaveLength(last - first + 1);
      expect(first).toBeGreaterThan(calm);
      expect(first - calm).toBeLessThanOrEqual(fires);
      expect(last - calm - lasts).toBeLessThanOrEqual(clears);
    },
  );
});
