import { expect, Page, test as base } from '@playwright/test';
import path from 'node:path';
import { Portal } from './Portal';
import { scrollTo } from './scrollTo';

/** A page is cut here, so that a picture can be looked at. In pixels. */
const TALLEST = 2_000;
const SCREENSHOTS = path.resolve(__dirname, '../../docs/screenshots');

export const test = base.extend<
  {
    /** A page of somebody who has signed in. */
    guest: Page;
  },
  { portal: Portal }
>({
  portal: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  guest: async ({ page, portal }, use) => {
    await signIn(page, portal);
    await use(page);
  },
});

/** Enters the portal as the guest. */
export async function signIn(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
}

/** Opens the monitoring tab of an entity. */
export async function openMonitoring(
  page: Page,
  portal: Portal,
  name: string,
  kind: string = 'component',
): Promise<void> {
  await page.goto(`${portal.url}/catalog/default/${kind}/${name}/monitoring`);
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
}

/** Scrolls over the dashboard, because panels load when they come into view, until all are drawn. */
export async function drawPanels(page: Page): Promise<void> {
  const dashboard = page.getByRole('tabpanel');
  const waiting = dashboard.getByText('Loads when it comes into view');
  await expect(dashboard.getByRole('group').first()).toBeVisible();
  for (const panel of await dashboard.getByRole('group').all()) {
    await scrollTo(panel);
  }
  await expect(waiting).toHaveCount(0);
  await expect(dashboard.getByRole('progressbar')).toHaveCount(0);
}

/** The same for the HTTP dashboard, whose first graph must then be there. */
export async function drawDashboard(page: Page): Promise<void> {
  await drawPanels(page);
  await expect(
    page
      .getByRole('tabpanel')
      .getByRole('img', { name: /^Requests by answer: \d+ series/ }),
  ).toBeVisible();
}

/** Keeps the whole of a dashboard for the documentation. */
export async function pictureOfDashboard(
  page: Page,
  name: string,
): Promise<void> {
  await page.getByRole('tabpanel').screenshot({
    path: path.join(SCREENSHOTS, 'dashboards', `${name}.png`),
    animations: 'disabled',
  });
}

/** Keeps what a person sees, from the top of the page, for the documentation. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width: page.viewportSize()!.width, height: TALLEST },
  });
}

/** Keeps what a person sees without scrolling: a drawer ends where the window does. */
export async function pictureOfWindow(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    animations: 'disabled',
  });
}

export { expect };
