import type {
  PanelFrame,
  PanelQueryRequest,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/fixtures';
import { faults } from './support/faults';
import { Lab, LabAnswers } from './support/Lab';
import { scrollTo } from './support/scrollTo';

const HOUR = 3_600_000;
const TO = Date.UTC(2026, 0, 1, 5);
const TIME = { from: String(TO - 4 * HOUR), to: String(TO), timezone: 'utc' };
const SERVICES = ['gateway', 'ingestor', 'media-service'];

const DASHBOARD = {
  title: 'Behaviour',
  graphTooltip: 1,
  templating: {
    list: [
      {
        name: 'service',
        type: 'custom',
        query: SERVICES.join(','),
        multi: true,
        includeAll: true,
        current: { value: ['gateway'], text: ['gateway'] },
      },
    ],
  },
  panels: [
    panel(1, 'Requests', { x: 0, y: 0, w: 12, h: 8 }),
    panel(2, 'Errors', { x: 12, y: 0, w: 12, h: 8 }),
    { id: 3, type: 'row', title: 'Each', gridPos: { x: 0, y: 8, w: 24, h: 1 } },
    {
      ...panel(4, 'Rate of $service', { x: 0, y: 9, w: 24, h: 6 }),
      type: 'stat',
      repeat: 'service',
      repeatDirection: 'h',
      maxPerRow: 4,
    },
    {
      id: 5,
      type: 'text',
      title: 'Long note',
      gridPos: { x: 0, y: 15, w: 24, h: 80 },
      options: { mode: 'markdown', content: 'A long note.' },
    },
    panel(6, 'Far below', { x: 0, y: 95, w: 24, h: 8 }),
  ],
};

function panel(id: number, title: string, gridPos: Record<string, number>) {
  return {
    id,
    type: 'timeseries',
    title,
    gridPos,
    targets: [{ refId: 'A', expr: 'rate($service)', legendFormat: '{{code}}' }],
    fieldConfig: { defaults: { unit: 'reqps' }, overrides: [] },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  };
}

function answer(id: number, { range }: PanelQueryRequest): PanelQueryResult {
  const step = (range.to - range.from) / 100;
  const times = Array.from({ length: 101 }, (_, index) =>
    Math.round(range.from + index * step),
  );
  const series: PanelFrame['series'] = ['200', '404', '500'].map(
    (code, index) => ({
      labels: { code },
      values: times.map((_, at) => 10 / (index + 1) + Math.sin(at / 9)),
    }),
  );
  return {
    panelId: id,
    frames: [
      {
        refId: 'A',
        expression: 'rate(x)',
        legendFormat: '{{code}}',
        format: 'time_series',
        resultType: 'matrix',
        stepSeconds: step / 1_000,
        times,
        series,
      },
    ],
  };
}

const ANSWERS: LabAnswers = {
  dashboard: DASHBOARD,
  panel: answer,
  marks: [
    {
      id: 'deploy',
      kind: 'deployment',
      name: 'Deployments',
      color: 'blue',
      from: TO - 2 * HOUR,
      title: 'gateway 1.4.2',
      tags: ['deploy'],
    },
  ],
};

test.describe('a dashboard', () => {
  test('is zoomed by a drag, and the address says so', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, ANSWERS, TIME);
    const chart = lab.panel('Requests').getByRole('img').first();
    await expect(chart).toBeVisible();
    const box = (await chart.boundingBox())!;
    const middle = box.y + box.height / 2;
    await guest.mouse.move(box.x + box.width * 0.4, middle);
    await guest.mouse.down();
    await guest.mouse.move(box.x + box.width * 0.6, middle, { steps: 8 });
    await guest.mouse.up();

    await expect
      .poll(() => Number(lab.parameters().get('to')))
      .toBeLessThan(TO - HOUR);
    const { from, to } = Object.fromEntries(lab.parameters());
    expect(Number(to) - Number(from)).toBeLessThan(1.2 * HOUR);
    expect(Number(to) - Number(from)).toBeGreaterThan(0.6 * HOUR);
    await expect
      .poll(() => lab.asked.at(-1)?.range)
      .toEqual({ from: Number(from), to: Number(to) });

    await guest.goBack();
    await expect.poll(() => lab.parameters().get('to')).toBe(String(TO));
  });

  test('shows one series alone, and the pointer’s time in all its charts', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, ANSWERS, TIME);
    const requests = lab.panel('Requests');
    const only = requests.getByRole('button', { name: /404/ });
    await only.click();
    await expect(only).toHaveAttribute('aria-pressed', 'true');
    await expect(requests.getByRole('button', { name: /500/ })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await only.click();
    await expect(requests.getByRole('button', { name: /500/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await requests.locator('.u-over').hover();
    // Read aloud by another way, and so hidden from whoever cannot see it.
    await expect(guest.getByText(/^[\d.]+ req\/s$/).first()).toBeVisible();
    const crosshair = lab.panel('Errors').locator('.u-cursor-x');
    await expect(crosshair).not.toHaveClass(/u-off/);
  });

  test('repeats a panel for the chosen values, which the address keeps', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, ANSWERS, {
      ...TIME,
      'var-service': 'ingestor',
      kept: 'as it is',
    });
    await expect(lab.panel('Rate of ingestor')).toBeVisible();
    await expect(lab.panel('Rate of gateway')).toHaveCount(0);
    await lab.goto({ ...TIME, 'var-service': '$__all' });
    for (const service of SERVICES) {
      await scrollTo(lab.panel(`Rate of ${service}`));
      await expect(lab.panel(`Rate of ${service}`)).toContainText('req/s');
    }
    const copies = lab.asked
      .flatMap(({ panels }) => panels)
      .filter(one => typeof one === 'object');
    expect(copies.map(({ variables }) => variables.service)).toEqual(
      expect.arrayContaining(SERVICES),
    );
  });

  test('asks for nothing that is far from being seen', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, ANSWERS, TIME);
    await expect(lab.panel('Requests').getByRole('img').first()).toBeVisible();
    const ids = () =>
      lab.asked
        .flatMap(({ panels }) => panels)
        .map(one => (typeof one === 'number' ? one : one.id));
    expect(ids()).not.toContain(6);
    await scrollTo(lab.panel('Far below'));
    await expect.poll(ids).toContain(6);
  });

  test('shows a panel large, its queries, and its data as a file', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, ANSWERS, TIME);
    const menu = guest.getByRole('button', { name: 'Menu of Requests' });
    await menu.click();
    await guest.getByRole('menuitem', { name: 'View large' }).click();
    await expect.poll(() => lab.parameters().get('viewPanel')).toBe('1');
    await expect(lab.panel('Errors')).toHaveCount(0);
    await guest.keyboard.press('Escape');
    await expect.poll(() => lab.parameters().get('viewPanel')).toBeNull();

    await menu.click();
    const saved = guest.waitForEvent('download');
    await guest.getByRole('menuitem', { name: 'Download CSV' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file.split('\n')[0]).toContain('200');
    expect(file.trim().split('\n')).toHaveLength(102);

    await menu.click();
    await guest.getByRole('menuitem', { name: 'Show queries' }).click();
    await expect(guest.getByRole('dialog')).toContainText('rate(x)');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no fault that axe finds and fits a phone, ${colorScheme}`, async ({
      portal,
      guest,
    }) => {
      await guest.emulateMedia({ colorScheme });
      await guest.setViewportSize({ width: 360, height: 800 });
      const lab = await Lab.open(guest, portal, ANSWERS, TIME);
      await scrollTo(lab.panel('Errors'));
      await expect(
        lab.panel('Errors').getByRole('img').first(),
      ).toHaveAccessibleName(/Errors: 3 series from .* 200: last .*req\/s/);
      const overflow = await guest
        .locator('article')
        .evaluate(element => element.scrollWidth - element.clientWidth);
      expect(overflow).toBeLessThanOrEqual(1);
      expect(await faults(guest)).toEqual([]);
    });
  }
});
