import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { axe } from 'jest-axe';
import {
  aSpec,
  anEntityAnswer,
  FakeAnswers,
  FakeMonitoringApi,
  HEALTHY_SOURCES,
  INGESTOR,
  readable,
  renderScreen,
  STORY_ALERTS,
  STORY_ENTITY,
  STORY_PROBLEMS,
  STORY_SLOS,
} from '../../__testUtils__';
import { EntityMonitoringContent } from './EntityMonitoringContent';

const NEVER = new Promise<never>(() => {});

function storyApi(changes: Partial<FakeAnswers> = {}) {
  return FakeMonitoringApi.create({
    entity: STORY_ENTITY,
    slos: STORY_SLOS,
    alerts: STORY_ALERTS,
    ...changes,
  });
}

const headings = () =>
  screen.getAllByRole('heading').map(heading => heading.textContent);

describe('EntityMonitoringContent', () => {
  it('gives the answer first, then the evidence', async () => {
    await renderScreen(<EntityMonitoringContent />, { api: storyApi() });
    await screen.findByRole('heading', { name: 'Burning' });
    const order = headings();
    const positions = [
      'Burning',
      'Alerts',
      'availability',
      'latency-p95',
      'Dashboards',
      'Provisioning',
    ].map(title => order.indexOf(title));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  it('shows what to paste when the entity is not monitored', async () => {
    const api = storyApi({
      entity: anEntityAnswer({ spec: aSpec({ optedIn: false, packs: [] }) }),
    });
    await renderScreen(<EntityMonitoringContent />, { api });
    expect(
      await screen.findByRole('heading', { name: 'Not monitored yet' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', {
        name: '2. Paste into catalog-info.yaml',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Alerts' })).toBeNull();
  });

  it('shows one environment of the entity, and another when it is chosen', async () => {
    const environments = ['prod', 'stage'].map(name => ({
      name,
      selector: [],
    }));
    const api = storyApi({
      entity: { ...STORY_ENTITY, spec: aSpec({ environments }) },
    });
    const asked = () =>
      new Map(
        api.environmentQueries.map(({ what, environment }) => [
          what,
          environment,
        ]),
      );
    await renderScreen(<EntityMonitoringContent />, { api });
    await screen.findByRole('heading', { name: 'availability' });
    expect(asked()).toEqual(
      new Map(['slos', 'alerts', 'dashboards'].map(what => [what, 'prod'])),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Environment prod' }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'stage' }));
    await screen.findByRole('heading', { name: 'availability' });
    expect(
      screen.getByRole('button', { name: 'Environment stage' }),
    ).toHaveFocus();
    expect(asked()).toEqual(
      new Map(['slos', 'alerts', 'dashboards'].map(what => [what, 'stage'])),
    );
  });

  it('says which instances are not scraped, between the answer and the alerts', async () => {
    const api = storyApi({
      targets: {
        items: [{ labels: { instance: 'a:8080' }, state: 'down' }],
        up: 3,
        down: 1,
        query: 'up{service="ingestor"}',
      },
    });
    await renderScreen(<EntityMonitoringContent />, { api });
    const strip = await screen.findByRole('region', { name: 'Scraping' });
    expect(strip).toHaveTextContent('3 of 4 instances up');
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    for (const [first, second] of [
      [screen.getByRole('heading', { name: 'Burning' }), strip],
      [strip, screen.getByRole('heading', { name: 'Alerts' })],
    ]) {
      expect(first.compareDocumentPosition(second) & after).toBe(after);
    }
  });

  it('leads to Explore from the dashboards, and back', async () => {
    await renderScreen(<EntityMonitoringContent />, { api: storyApi() });
    await userEvent.click(await screen.findByRole('link', { name: 'Explore' }));
    expect(
      await screen.findByRole('textbox', { name: 'PromQL expression' }),
    ).toBeInTheDocument();
    await userEvent.tab();
    expect(
      screen.getByRole('link', { name: 'Back to monitoring' }),
    ).toHaveFocus();
    expect(screen.queryByRole('heading', { name: 'Alerts' })).toBeNull();
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to monitoring' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Alerts' }),
    ).toBeInTheDocument();
    expect(document.body).not.toHaveFocus();
  });

  it('does not lead there who may not', async () => {
    await renderScreen(<EntityMonitoringContent />, {
      api: storyApi(),
      permission: AuthorizeResult.DENY,
      // Decisions are remembered by the entity.
      entity: {
        ...INGESTOR,
        metadata: { ...INGESTOR.metadata, name: 'gateway' },
      },
    });
    await screen.findByRole('heading', { name: 'Alerts' });
    expect(screen.queryByRole('link', { name: 'Explore' })).toBeNull();
  });

  it('shows faults of the annotations beside everything that works', async () => {
    const api = storyApi({
      entity: { ...STORY_ENTITY, problems: STORY_PROBLEMS },
    });
    await renderScreen(<EntityMonitoringContent />, { api });
    expect(
      await screen.findByRole('heading', { name: '2 annotations need a look' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'availability' }),
    ).toBeInTheDocument();
  });

  it('keeps the place of everything while it loads', async () => {
    await renderScreen(<EntityMonitoringContent />, {
      api: storyApi({ entity: NEVER }),
    });
    expect(
      screen.getByRole('status', { name: 'Loading the state of ingestor' }),
    ).toBeInTheDocument();
  });

  it('shows alerts and provisioning when only the SLOs cannot be loaded, and claims nothing', async () => {
    await renderScreen(<EntityMonitoringContent />, {
      api: storyApi({ slos: new Error('no') }),
    });
    expect(await screen.findByText('SLOs could not be loaded')).toBeVisible();
    expect(
      await screen.findByText('DatabasePoolExhausted'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Unknown' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Sightline does not answer/)).toBeInTheDocument();
  });

  it('keeps what it last knew, with its age, while Prometheus is gone, and recovers by itself', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    try {
      const api = storyApi();
      await renderScreen(<EntityMonitoringContent />, { api });
      await act(() => jest.advanceTimersByTimeAsync(100));
      expect(
        screen.getByRole('heading', { name: 'Burning' }),
      ).toBeInTheDocument();

      const health = [
        {
          source: 'prometheus:default',
          state: 'unreachable' as const,
          lastSuccessAt: '2026-11-23T14:02:00Z',
        },
      ];
      api.answers.slos = { ...STORY_SLOS, health };
      await act(() => jest.advanceTimersByTimeAsync(15_000));
      const header = readable(
        screen.getByRole('region', { name: 'Health of ingestor' }),
      );
      expect(header).toContain('last known: Burning, at 14:02 UTC, 30 min ago');
      expect(
        screen.getByRole('heading', { name: 'availability' }),
      ).toBeInTheDocument();

      api.answers.slos = STORY_SLOS;
      await act(() => jest.advanceTimersByTimeAsync(15_000));
      expect(
        screen.getByRole('heading', { name: 'Burning' }),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('names a silent Alertmanager without doubting the SLOs', async () => {
    await renderScreen(<EntityMonitoringContent />, {
      api: storyApi({
        alerts: {
          ...STORY_ALERTS,
          health: [
            HEALTHY_SOURCES[0],
            { source: 'alertmanager:default', state: 'unreachable' },
          ],
        },
        slos: { ...STORY_SLOS, health: [HEALTHY_SOURCES[0]] },
      }),
    });
    expect(
      await screen.findByText(/^Alertmanager “default” has not answered yet/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Burning' }),
    ).toBeInTheDocument();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const api = storyApi({
        entity: { ...STORY_ENTITY, problems: STORY_PROBLEMS },
      });
      const { container } = await renderScreen(<EntityMonitoringContent />, {
        api,
        theme,
      });
      await screen.findByRole('heading', { name: 'Burning' });
      await screen.findByRole('heading', { name: '2 annotations need a look' });
      await screen.findByText('DatabasePoolExhausted');
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
