import { expect, pictureOfWindow, screenshot, test } from './support/fixtures';
import { faults } from './support/faults';

test.describe('all SLOs of the portal', () => {
  test('lead from the home page to the list, to one of them, and back', async ({
    portal,
    guest,
  }) => {
    await guest.setViewportSize({ width: 1440, height: 1_000 });
    await guest.goto(portal.url);
    await guest.getByRole('link', { name: 'All SLOs' }).first().click();
    const table = guest.getByRole('table', { name: 'All SLOs' });
    await expect(table).toBeVisible();
    expect(guest.url()).toContain('/monitoring/slos');

    // Everybody's, whoever the guest is.
    await guest.goto(`${portal.url}/monitoring`);
    await expect(
      guest.getByRole('heading', { name: /SLOs? needs? a person now$/ }),
    ).toBeVisible();
    const service = table.getByRole('link', { name: /^media-service/ }).first();
    await expect(service).toBeVisible();

    // Narrowed down by a search, the address says so.
    await guest.getByRole('searchbox').fill('media-service');
    await expect(guest).toHaveURL(/q=media-service/);
    await expect(table.getByRole('link', { name: /^ingestor/ })).toHaveCount(0);
    await service.click();
    await expect(
      guest.getByRole('heading', { level: 1, name: /^media-service/ }),
    ).toBeVisible();
    expect(guest.url()).toContain(
      '/monitoring/slos/component/default/media-service/',
    );

    // Back is where one came from, filter included.
    await guest.goBack();
    await expect(guest.getByRole('searchbox')).toHaveValue('media-service');
    await expect(service).toBeVisible();
  });

  test('are filtered by state, put together by owner, and taken along', async ({
    portal,
    guest,
  }) => {
    await guest.goto(`${portal.url}/monitoring/slos`);
    const table = guest.getByRole('table', { name: 'All SLOs' });
    await expect(table).toBeVisible();
    const chip = guest
      .getByRole('group', { name: /^Show only SLOs/ })
      .getByRole('button')
      .first();
    const count = Number((await chip.textContent())?.match(/\d+/)?.[0]);
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await expect(table).toHaveAttribute('aria-rowcount', String(count + 1));
    await chip.click();

    const download = guest.waitForEvent('download');
    await guest.getByRole('button', { name: /^Download all/ }).click();
    expect((await download).suggestedFilename()).toMatch(
      /^slos-\d{4}-\d\d-\d\d\.csv$/,
    );

    await guest
      .getByRole('group', { name: 'By' })
      .getByRole('button', { name: 'Owner' })
      .click();
    const rollups = guest.getByRole('table', { name: 'SLOs by owner' });
    await expect(rollups).toBeVisible();
    await rollups.getByRole('row').nth(1).getByRole('link').first().click();
    await expect(table).toBeVisible();
    expect(guest.url()).toContain('owner=');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`have no fault that axe finds, ${colorScheme}`, async ({
      portal,
      guest,
    }) => {
      await guest.emulateMedia({ colorScheme });
      await guest.setViewportSize({ width: 1440, height: 1_000 });
      // A portal of a few minutes has recorded no trend yet; that is answered too.
      const trends = guest.waitForResponse(/\/slos\/trends\?/);
      await guest.goto(`${portal.url}/monitoring/slos`);
      const table = guest.getByRole('table', { name: 'All SLOs' });
      await expect(table).toBeVisible();
      expect((await trends).ok()).toBe(true);
      await expect(
        table.getByRole('img', { name: 'Trend is loading' }),
      ).toHaveCount(0);
      expect(await faults(guest)).toEqual([]);
      await pictureOfWindow(guest, `slos-${colorScheme}`);

      await table
        .getByRole('link', { name: /^media-service/ })
        .first()
        .click();
      await expect(
        guest.getByRole('heading', { level: 1, name: /^media-service/ }),
      ).toBeVisible();
      await expect(
        guest.getByRole('region', { name: 'Budget left' }),
      ).toBeVisible();
      await expect(
        guest.locator('article').getByRole('status', { name: 'Loading' }),
      ).toHaveCount(0);
      expect(await faults(guest)).toEqual([]);
      await screenshot(guest, `slo-${colorScheme}`);
    });
  }

  test('work on a phone', async ({ portal, guest }) => {
    await guest.setViewportSize({ width: 360, height: 800 });
    await guest.goto(`${portal.url}/monitoring/slos`);
    const list = guest.getByRole('list', { name: 'All SLOs' });
    await expect(list.getByRole('link').first()).toBeVisible();
    const overflow = await guest
      .locator('article')
      .evaluate(element => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(1);
    expect(await faults(guest)).toEqual([]);
    await pictureOfWindow(guest, 'slos-phone');
  });
});
