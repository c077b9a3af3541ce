import { startTestBackend } from '@backstage/backend-test-utils';
import {
  MonitoringPack,
  monitoringPacksExtensionPoint,
} from '@sightline/backstage-plugin-monitoring-node';
import { monitoringModuleMediaPlatform } from './module';

it('the module adds the packs of the media platform', async () => {
  const packs: MonitoringPack[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        monitoringPacksExtensionPoint,
        { addPacks: (...added: MonitoringPack[]) => packs.push(...added) },
      ],
    ],
    features: [monitoringModuleMediaPlatform],
  });
  expect(packs.map(({ id }) => id)).toEqual([
    'media-ingestor',
    'media-service',
    'media-gateway',
    'gateway-security',
    'variant-generator',
  ]);
});
