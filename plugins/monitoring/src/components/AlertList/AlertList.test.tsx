import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AlertListResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  anAlert,
  HEALTHY_SOURCES,
  readable,
  renderScreen,
  STORY_ALERTS,
} from '../../__testUtils__';
import { AlertList } from './AlertList';

const refresh = () => {};

async function show(value: AlertListResponse) {
  await renderScreen(
    <AlertList alerts={{ value, refresh }} entityName="ingestor" isTrusted />,
  );
}

function answer(...items: AlertListResponse['items']): AlertListResponse {
  return { items, totalItems: items.length, health: HEALTHY_SOURCES };
}

describe('AlertList', () => {
  it('lists what fires, most urgent first, with value, limit and duration', async () => {
    await show(STORY_ALERTS);
    const rows = (await screen.findAllByRole('listitem')).map(readable);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('CriticalDatabasePoolExhausted');
    expect(rows[0]).toContain('94 %limit 80 %40 minsince 13:52 UTC');
    expect(rows[1]).toContain('HighUploadFailureRate');
    expect(rows[2]).toContain('WarningConsumerLag');
    expect(rows[2]).toContain('18,420limit 10,000');
    expect(screen.getByText('3 firing')).toBeInTheDocument();
  });

  it('leaves alerts on a budget to the SLO’s card, and says so', async () => {
    await show(STORY_ALERTS);
    expect(await screen.findAllByRole('listitem')).toHaveLength(3);
    expect(screen.queryByText('SloBurnRateFast')).toBeNull();
    expect(
      screen.getByText(
        'Alerts on an error budget are on the card of their SLO.',
      ),
    ).toBeInTheDocument();
  });

  it('links the runbook and the dashboard', async () => {
    await show(STORY_ALERTS);
    const [row] = await screen.findAllByRole('listitem');
    expect(
      within(row).getByRole('link', {
        name: /Runbook of DatabasePoolExhausted/,
      }),
    ).toHaveAttribute(
      'href',
      'https://docs.example.com/runbooks/DatabasePoolExhausted',
    );
    expect(
      within(row).getByRole('link', {
        name: /Dashboard of DatabasePoolExhausted/,
      }),
    ).toHaveAttribute('href', 'http://localhost:3001/d/sl-ingestor-postgresql');
  });

  it('shows the dashboard on this page where the alert names one', async () => {
    const onShowDashboard = jest.fn();
    await renderScreen(
      <AlertList
        alerts={{
          value: answer(anAlert({ dashboard: { uid: 'sl-uploads' } })),
          refresh,
        }}
        entityName="ingestor"
        isTrusted
        onShowDashboard={onShowDashboard}
      />,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Dashboard of HighUploadFailureRate',
      }),
    );
    expect(onShowDashboard).toHaveBeenCalledWith('sl-uploads');
  });

  it('offers no link that a browser must not open', async () => {
    await show(answer(anAlert({ runbookUrl: 'data:text/html,x' })));
    expect(await screen.findByRole('listitem')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says that an alert is inhibited by another one', async () => {
    await show(answer(anAlert({ state: 'silenced', inhibited: true })));
    expect(readable(await screen.findByRole('listitem'))).toContain(
      'Inhibited by another alert',
    );
  });

  it('says until when and by whom an alert is silenced', async () => {
    await show(
      answer(
        anAlert({
          state: 'silenced',
          silence: {
            until: '2026-11-23T16:00:00Z',
            by: 'lena.fischer',
            comment: 'known, ticket 4711',
          },
        }),
      ),
    );
    const text = readable(await screen.findByRole('listitem'));
    expect(text).toContain('Silenced');
    expect(text).toContain(
      'Silenced until 16:00 UTC by lena.fischer: known, ticket 4711',
    );
    expect(screen.queryByText(/firing/)).toBeNull();
  });

  it('says who tells of an alert, and how old that is when nobody answers', async () => {
    await show(
      answer(
        anAlert({
          id: 'now',
          sources: ['prometheus:default', 'alertmanager:ops'],
        }),
        anAlert({
          id: 'old',
          sources: ['grafana:default'],
          lastKnownAt: '2026-11-23T14:02:00Z',
        }),
      ),
    );
    const [now, old] = (await screen.findAllByRole('listitem')).map(readable);
    expect(now).toContain('told by Prometheus “default”, Alertmanager “ops”');
    expect(old).toContain(
      'last known at 14:02 UTC, 30 min ago: Grafana “default” does not answer',
    );
  });

  it('says that nothing fires', async () => {
    await show(answer());
    expect(screen.getByText('Nothing fires')).toBeInTheDocument();
  });

  it('does not say that nothing fires when a source does not answer', async () => {
    await renderScreen(
      <AlertList
        alerts={{ value: answer(), refresh }}
        entityName="ingestor"
        isTrusted={false}
      />,
    );
    expect(screen.queryByText('Nothing fires')).toBeNull();
    expect(
      screen.getByText('Nothing fired when last seen'),
    ).toBeInTheDocument();
  });

  it('keeps its place while it loads', async () => {
    await renderScreen(
      <AlertList alerts={{ refresh }} entityName="ingestor" isTrusted />,
    );
    expect(
      screen.getByRole('status', { name: 'Loading alerts' }),
    ).toBeInTheDocument();
  });

  it('says that alerts could not be loaded, without the upstream’s words', async () => {
    const retry = jest.fn();
    await renderScreen(
      <AlertList
        alerts={{ error: new Error('ECONNREFUSED 10.0.0.7'), refresh: retry }}
        entityName="ingestor"
        isTrusted
      />,
    );
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Alerts could not be loaded');
    expect(alert).not.toHaveTextContent('ECONNREFUSED');
    await userEvent.click(within(alert).getByRole('button'));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('says whom to ask when a permission is missing', async () => {
    const error = Object.assign(new Error('no'), { statusCode: 403 });
    await renderScreen(
      <AlertList alerts={{ error, refresh }} entityName="ingestor" isTrusted />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Ask its owners, or whoever runs this portal, for the permission monitoring.read.',
    );
  });
});
