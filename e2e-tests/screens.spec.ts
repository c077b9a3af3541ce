import {
  drawDashboard,
  expect,
  openMonitoring,
  screenshot,
  test,
} from './support/fixtures';
import { faults } from './support/faults';

test('the demo is ready within 30 seconds, its history included', async ({
  portal,
}) => {
  expect(portal.demoSeconds).toBeLessThan(30);
  const days = await portal.prometheus<{
    result: { value: [number, string] }[];
  }>(
    `/query?query=${encodeURIComponent(
      'sum(increase(http_request_duration_seconds_count{service="ingestor"}[30d]))',
    )}`,
  );
  expect(Number(days.result[0].value[1])).toBeGreaterThan(1_000_000);
});

test.describe('the screens', () => {
  test('a faulty annotation says what, where and how to mend it', async ({
    portal,
    guest,
  }) => {
    await openMonitoring(guest, portal, 'billing-export');
    const problem = guest.getByRole('region', {
      name: '1 annotation needs a look',
    });
    await expect(
      problem.getByText(/'99,9%' has a comma; write it with a point/),
    ).toBeVisible();
    // Nothing of the service is lost: the SLO that cannot be read is there, as invalid.
    await expect(
      guest.getByRole('region', { name: /^availability/ }).first(),
    ).toContainText('Invalid');
    await screenshot(guest, 'faulty-annotation-light');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the entity tab has no fault that axe finds, ${colorScheme}`, async ({
      portal,
      guest,
    }) => {
      await guest.emulateMedia({ colorScheme });
      await openMonitoring(guest, portal, 'media-service');
      await drawDashboard(guest);
      expect(await faults(guest)).toEqual([]);
    });
  }

  test('the entity tab works on a phone', async ({ portal, guest }) => {
    await guest.setViewportSize({ width: 360, height: 800 });
    await openMonitoring(guest, portal, 'media-service');
    await expect(
      guest.getByRole('region', { name: /^Availability/ }).first(),
    ).toBeVisible();
    const overflow = await guest
      .locator('article')
      .evaluate(element => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(1);
    await drawDashboard(guest);
    await screenshot(guest, 'entity-tab-phone');
  });

  test('the home page shows the worst first', async ({ portal, guest }) => {
    await guest.goto(portal.url);
    await expect(guest.getByText('media-service').first()).toBeVisible();
    await guest.emulateMedia({ colorScheme: 'dark' });
    await guest.reload();
    await expect(guest.getByText('media-service').first()).toBeVisible();
    await screenshot(guest, 'home-dark');
  });
});
