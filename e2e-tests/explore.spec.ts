import type {
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { faults } from './support/faults';
import { Portal } from './support/Portal';

const AT = '**/api/monitoring/v1/entities/component/default/ingestor/explore';

const DESCRIPTION: ExploreResponse = {
  prometheus: 'default',
  scope: 'team="media"',
  selector: '{team="media", service="ingestor"}',
};

const METRICS: ExploreMetricsResponse = {
  items: [{ name: 'uploads_total', type: 'counter', help: 'Uploads.' }],
  isCut: false,
};

function answer({
  expression,
  range,
  instant,
}: ExploreQueryRequest): ExploreQueryResponse {
  const times = instant ? [range.to] : [range.from, range.to];
  return {
    frame: {
      refId: 'A',
      expression,
      resultType: instant ? 'vector' : 'matrix',
      stepSeconds: 60,
      durationMs: 12,
      times,
      series: [{ labels: { pod: 'ingestor-a' }, values: times.map(() => 7) }],
    },
  };
}

/** Explore on the entity page of the real portal; its questions are answered here. */
async function openExplore(page: Page, portal: Portal) {
  const asked: ExploreQueryRequest[] = [];
  await page.route(AT, route => route.fulfill({ json: DESCRIPTION }));
  await page.route(`${AT}/metrics`, route => route.fulfill({ json: METRICS }));
  await page.route(`${AT}/query`, route => {
    const request: ExploreQueryRequest = route.request().postDataJSON();
    asked.push(request);
    const offset = request.expression.indexOf('{}');
    return offset < 0
      ? route.fulfill({ json: answer(request) })
      : route.fulfill({
          status: 400,
          json: {
            error: {
              name: 'InputError',
              message: 'This could be any series',
              position: { offset, length: 2, line: 1, column: offset + 1 },
            },
            request: { method: 'POST', url: '' },
            response: { statusCode: 400 },
          },
        });
  });
  await page.goto(
    `${portal.url}/catalog/default/component/ingestor/monitoring`,
  );
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'PromQL expression' });
  await expect(editor).toContainText('service="ingestor"');
  return { asked, editor };
}

test('Explore completes, runs and marks faults, with the keyboard alone', async ({
  portal,
  guest,
}) => {
  const { asked, editor } = await openExplore(guest, portal);
  await editor.focus();
  await guest.keyboard.press('ControlOrMeta+A');
  await guest.keyboard.type('rate(upl');
  await expect(
    guest.getByRole('option', { name: /uploads_total/, selected: true }),
  ).toBeVisible();
  // The editor takes no choice that comes too soon to be meant for it.
  await guest.waitForTimeout(300);
  await guest.keyboard.press('Enter');
  await guest.keyboard.type('[5m]');
  await guest.keyboard.press('Shift+Enter');
  await expect
    .poll(() => asked.at(-1)?.expression)
    .toContain('uploads_total[5m]');
  await expect(
    guest.getByRole('region', { name: 'About the answer' }),
  ).toBeVisible();
  expect(new URL(guest.url()).searchParams.get('expr')).toContain(
    'uploads_total',
  );

  await guest.keyboard.press('ControlOrMeta+A');
  await guest.keyboard.type('{}');
  await guest.keyboard.press('Shift+Enter');
  await expect(guest.getByText('This could be any series')).toBeVisible();
  await expect(editor.locator('.cm-fault')).toHaveText('{}');
  expect(await faults(guest)).toEqual([]);

  await guest.keyboard.press('Tab');
  await expect(guest.getByRole('button', { name: 'Run' })).toBeFocused();
});
