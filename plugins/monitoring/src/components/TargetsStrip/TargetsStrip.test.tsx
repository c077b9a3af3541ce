import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  EntityTarget,
  EntityTargetsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { FakeMonitoringApi, readable, renderScreen } from '../../__testUtils__';
import { TargetsStrip } from './TargetsStrip';

const aTarget = (changes: Partial<EntityTarget> = {}): EntityTarget => ({
  labels: { job: 'ingestor', instance: 'a:8080', zone: 'eu-1' },
  state: 'up',
  scrapeDuration: 0.021,
  samples: 1_204,
  ...changes,
});
const DOWN = aTarget({
  labels: { job: 'ingestor', instance: 'b:8080' },
  state: 'down',
  lastUpAt: '2026-11-23T14:20:00Z',
  error: 'connection refused',
});

const answer = (
  changes: Partial<EntityTargetsResponse> = {},
): EntityTargetsResponse => ({
  items: [],
  up: 0,
  down: 0,
  query: 'up{service="ingestor"}',
  ...changes,
});

async function show(
  targets: EntityTargetsResponse | Error | Promise<never>,
  theme: 'light' | 'dark' = 'light',
) {
  return renderScreen(
    <main>
      <h1>ingestor</h1>
      <TargetsStrip
        entityRef="component:default/ingestor"
        entityName="ingestor"
      />
    </main>,
    { api: FakeMonitoringApi.create({ targets }), theme },
  );
}

describe('TargetsStrip', () => {
  it('is one quiet line while everything is up', async () => {
    await show(answer({ items: [aTarget()], up: 4 }));
    expect(
      await screen.findByText(
        '4 instances are scraped, and all of them are up',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says how many are down, since when and why', async () => {
    await show(answer({ items: [DOWN, aTarget()], up: 3, down: 1 }));
    expect(
      readable(await screen.findByRole('region', { name: 'Scraping' })),
    ).toContain('3 of 4 instances up · 1 down for 12 min: connection refused');
  });

  it('gives no reason when there are several, and no time when it is long ago', async () => {
    const { lastUpAt: _long, ...old } = DOWN;
    await show(
      answer({
        items: [old, { ...old, error: 'context deadline exceeded' }],
        down: 2,
      }),
    );
    expect(
      readable(await screen.findByRole('region', { name: 'Scraping' })),
    ).toMatch(/^0 of 2 instances up · 2 down for more than 6 hShow/);
  });

  it('lists the instances on demand, by keyboard too', async () => {
    await show(answer({ items: [DOWN, aTarget()], up: 300, down: 1 }));
    const button = await screen.findByRole('button', {
      name: 'Show instances',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(
      screen.getByRole('button', { name: 'Hide instances' }),
    ).toHaveAttribute('aria-expanded', 'true');
    const list = screen.getByRole('group', { name: 'Instances of ingestor' });
    const [, ...rows] = within(list).getAllByRole('row').map(readable);
    expect(rows).toEqual([
      'ingestor · b:8080Downsince 14:20 UTCconnection refused',
      'ingestor · a:8080zone=eu-1Up1,204 samples in 21 ms',
    ]);
    expect(screen.getByText('The first 2 of 301 are listed')).toBeVisible();
  });

  it('says what to check when nothing is scraped', async () => {
    await show(answer({ hasSeries: false }));
    const region = await screen.findByRole('region', {
      name: 'Prometheus has no target for this service',
    });
    expect(region).toHaveTextContent('up{service="ingestor"} finds nothing');
    expect(within(region).getAllByRole('listitem')).toHaveLength(3);
  });

  it('does not alarm when series arrive under other labels', async () => {
    await show(answer({ hasSeries: true }));
    expect(
      await screen.findByText(/^Series of this service arrive, but no target/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('says nothing that it does not know', async () => {
    const { container } = await show(new Error('no'));
    expect(container).toHaveTextContent(/^ingestor$/);
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await show(
        answer({ items: [DOWN, aTarget()], up: 1, down: 1 }),
        theme,
      );
      await userEvent.click(
        await screen.findByRole('button', { name: 'Show instances' }),
      );
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
