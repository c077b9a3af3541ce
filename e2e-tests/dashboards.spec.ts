import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  drawPanels,
  expect,
  pictureOfDashboard,
  test,
} from './support/fixtures';

/** The dashboards of the media platform's list: entity, pack, and the pack's id of the dashboard. */
const DASHBOARDS = [
  ['component', 'ingestor', 'media-ingestor', 'upload-overview'],
  ['component', 'media-service', 'media-service', 'media-overview'],
  ['component', 'gateway', 'media-gateway', 'gateway-overview'],
  ['component', 'gateway', 'gateway-security', 'gateway-security'],
  ['component', 'variant-generator', 'variant-generator', 'variant-generator'],
  ['resource', 'infrastructure', 'infrastructure', 'infrastructure'],
] as const;

test.describe('the six dashboards of the media platform', () => {
  for (const [kind, name, pack, id] of DASHBOARDS) {
    test(`${id} has no empty panel, light and dark`, async ({
      portal,
      guest,
    }) => {
      const uid = objectUid(
        objectKey(`${kind}:default/${name}`, 'dashboard', `${pack}/${id}`),
      );
      await expect
        .poll(async () => {
          const { dashboard } = await portal.grafana<any>(
            `/api/dashboards/uid/${uid}`,
          );
          return dashboard?.uid;
        })
        .toBe(uid);

      await guest.setViewportSize({ width: 1440, height: 1_000 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await guest.emulateMedia({ colorScheme });
        await guest.goto(
          `${portal.url}/catalog/default/${kind}/${name}/monitoring?dashboard=${uid}`,
        );
        await drawPanels(guest);
        const dashboard = guest.getByRole('tabpanel');
        expect(
          await dashboard
            .getByRole('group')
            .filter({
              hasText: /No data|Not drawn here yet|could not be queried/,
            })
            .allTextContents(),
        ).toEqual([]);
        await pictureOfDashboard(guest, `${id}-${colorScheme}`);
      }
    });
  }
});
