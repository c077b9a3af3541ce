import { expect, test } from './support/fixtures';
import { Lab } from './support/Lab';
import { scrollTo } from './support/scrollTo';

const TO = Date.UTC(2026, 0, 1, 5);
const SCRIPT =
  '<script>window.taken=1</script><img src=x onerror="window.taken=1">';

/** An address that would run. */
const JAVASCRIPT = ['javascript', 'window.taken=1'].join(':');

/** What may not happen, whatever a dashboard holds. */
declare global {
  interface Window {
    taken?: number;
  }
}

function panelOf(id: number, changes: Record<string, unknown> = {}) {
  return {
    id,
    type: 'timeseries',
    title: `Panel ${id}`,
    gridPos: { x: (id % 2) * 12, y: Math.floor(id / 2) * 8, w: 12, h: 8 },
    targets: [{ refId: 'A', expr: 'up', legendFormat: SCRIPT }],
    ...changes,
  };
}

const answer = (id: number) => ({
  panelId: id,
  frames: [
    {
      refId: 'A',
      expression: SCRIPT,
      legendFormat: SCRIPT,
      stepSeconds: 60,
      times: [TO - 120_000, TO - 60_000, TO],
      series: [
        {
          labels: JSON.parse('{"__proto__":"a","constructor":"b"}'),
          values: [1, 2, 3],
        },
      ],
    },
  ],
});

test.describe('a hostile dashboard', () => {
  test('runs nothing that stands in its texts, links and mappings', async ({
    portal,
    guest,
  }) => {
    const dialogs: string[] = [];
    guest.on('dialog', dialog => {
      dialogs.push(dialog.message());
      dialog.dismiss().catch(() => undefined);
    });
    const asked: string[] = [];
    guest.on('request', request => asked.push(request.url()));
    const evil = {
      title: SCRIPT,
      links: [{ title: SCRIPT, url: JAVASCRIPT, type: 'link' }],
      templating: {
        list: [
          { name: '__proto__', type: 'custom', query: 'a,b', label: SCRIPT },
          { name: 'one', type: 'custom', query: '$two', regex: '/(a+)+$/' },
          { name: 'two', type: 'custom', query: '$one' },
        ],
      },
      panels: [
        panelOf(1, {
          title: SCRIPT,
          description: `[x](${JAVASCRIPT}) ${SCRIPT}`,
          links: [{ title: 'x', url: JAVASCRIPT }],
        }),
        panelOf(2, {
          type: 'text',
          options: {
            mode: 'markdown',
            content: `${SCRIPT}\n\n[x](${JAVASCRIPT}) <style>body{display:none}</style><iframe src="https://evil.example"></iframe>`,
          },
        }),
        panelOf(3, {
          type: 'text',
          options: { mode: 'html', content: SCRIPT },
        }),
        panelOf(4, {
          type: 'stat',
          fieldConfig: {
            defaults: {
              unit: SCRIPT,
              displayName: SCRIPT,
              color: {
                mode: 'fixed',
                fixedColor: 'url(https://evil.example/c)',
              },
              links: [{ title: 'x', url: JAVASCRIPT }],
              mappings: [
                {
                  type: 'regex',
                  options: { pattern: '(a+)+$', result: { text: SCRIPT } },
                },
                {
                  type: 'value',
                  options: {
                    3: {
                      text: SCRIPT,
                      color: 'red;background:url(https://evil.example/c)',
                    },
                  },
                },
              ],
            },
            overrides: [
              {
                matcher: { id: 'byRegexp', options: '/(.*)*x/' },
                properties: [{ id: '__proto__.taken', value: 1 }],
              },
            ],
          },
        }),
        panelOf(5, { type: 'table' }),
      ],
    };
    const lab = await Lab.open(guest, portal, {
      dashboard: evil,
      panel: answer,
    });
    for (const group of await lab.content.getByRole('group').all()) {
      await scrollTo(group);
    }
    await expect(lab.panel('Panel 5')).toContainText('Time');
    for (const link of await lab.content.getByRole('link').all()) {
      expect(await link.getAttribute('href')).not.toMatch(
        /^\s*(javascript|data):/i,
      );
    }
    expect(await guest.evaluate(() => window.taken)).toBeUndefined();
    expect(
      await guest.evaluate(() => Reflect.get({}, 'taken')),
    ).toBeUndefined();
    expect(dialogs).toEqual([]);
    expect(asked.filter(url => url.includes('evil.example'))).toEqual([]);
    await expect(lab.content.locator('iframe, script')).toHaveCount(0);
    await expect(guest.locator('body')).toBeVisible();
  });

  test('of 1,900 panels scrolls, and asks only for those that are seen', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(guest, portal, {
      dashboard: {
        title: 'Many',
        panels: Array.from({ length: 1_900 }, (_, index) => panelOf(index + 1)),
      },
      panel: answer,
    });
    await expect(lab.panel('Panel 1').getByRole('img').first()).toBeVisible();
    await scrollTo(lab.panel('Panel 1900'));
    await expect(
      lab.panel('Panel 1900').getByRole('img').first(),
    ).toBeVisible();
    const asked = lab.asked.flatMap(({ panels }) => panels);
    expect(asked.length).toBeLessThan(100);
  });

  test('of too many megabytes is not drawn, and one message says so', async ({
    portal,
    guest,
  }) => {
    const lab = await Lab.open(
      guest,
      portal,
      {
        dashboard: {
          title: 'Large',
          panels: Array.from({ length: 5_100 }, (_, index) =>
            panelOf(index + 1, { description: 'x'.repeat(2_000) }),
          ),
        },
        panel: answer,
      },
      {},
      { withPanels: false },
    );
    await expect(
      lab.content.getByText('This dashboard is too large to be shown here'),
    ).toBeVisible();
    expect(lab.asked).toEqual([]);
  });
});
