import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  anAlert,
  aSlo,
  aSloList,
  FakeAnswers,
  FakeMonitoringApi,
  HEALTHY_SOURCES,
  QUIET_FLEET,
  readable,
  renderScreen,
  STORY_ALERTS,
  STORY_FLEET,
} from '../../__testUtils__';
import { SloWidget } from './SloWidget';
import { SloWidgetProps } from './widgetSettings';

const identity = {
  getBackstageIdentity: async () => ({
    type: 'user' as const,
    userEntityRef: 'user:default/mira',
    ownershipEntityRefs: ['user:default/mira', 'group:default/Media-Ingest'],
  }),
};

async function show(
  answers: Partial<FakeAnswers>,
  props: SloWidgetProps & {
    theme?: 'light' | 'dark';
    withPage?: boolean;
  } = {},
) {
  const api = FakeMonitoringApi.create(answers);
  const { theme, withPage, ...settings } = props;
  const { container } = await renderScreen(<SloWidget {...settings} />, {
    api,
    theme,
    identity,
    withPage,
  });
  return { api, container };
}

const busy = { sloList: STORY_FLEET, alertList: STORY_ALERTS };

describe('SloWidget', () => {
  it('leads to the environment that an SLO or an alert is of', async () => {
    const environment = 'stage';
    const slo = aSlo({
      title: 'Availability · stage',
      state: 'burning',
      environment,
    });
    const alert = anAlert({ name: 'SlowUploads', environment });
    await show({
      sloList: aSloList({ burning: 1 }, [slo]),
      alertList: { items: [alert], totalItems: 1, health: HEALTHY_SOURCES },
    });
    for (const name of [/Availability · stage$/, /SlowUploads · stage$/]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        '/catalog/default/component/ingestor/monitoring?environment=stage',
      );
    }
  });

  it('counts the states and lists the worst first with their budget', async () => {
    await show(busy);
    const counts = await screen.findByRole('list', { name: 'SLOs by state' });
    expect(within(counts).getAllByRole('listitem').map(readable)).toEqual([
      '2Burning',
      '1Exhausted',
      '1Warning',
      '10OK',
    ]);

    const rows = within(
      screen.getByRole('list', { name: 'Worst first' }),
    ).getAllByRole('listitem');
    expect(rows.map(readable)).toEqual([
      'Burningingestor availability60.4 %26.1 min',
      'Burningmedia-service availability22.7 %9.8 min',
      'Exhaustedgateway graphql-errors−4.2 %−18.1 min',
      'Warningvariant-generator latency-p9531.0 %11 h 10 min',
      'OKingestor latency-p9541.8 %15 h 3 min',
    ]);
    expect(within(rows[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/ingestor/monitoring',
    );
    expect(screen.getByText('14 SLOs')).toBeInTheDocument();
    expect(screen.getByText('As of 14:32 UTC')).toBeInTheDocument();
  });

  it('leads to the list of SLOs, narrowed down to what was pressed', async () => {
    await show(busy, { withPage: true });
    const counts = await screen.findByRole('list', { name: 'SLOs by state' });
    expect(
      within(counts).getByRole('link', { name: /Exhausted/ }),
    ).toHaveAttribute('href', '/monitoring/slos?state=exhausted&mine=1');
    expect(screen.getByRole('link', { name: 'All SLOs' })).toHaveAttribute(
      'href',
      '/monitoring/slos?mine=1',
    );
    expect(screen.getByRole('link', { name: /^gateway/ })).toHaveAttribute(
      'href',
      '/monitoring/slos/component/default/gateway/graphql-errors',
    );
  });

  it('leads to the SLOs of all when it shows all', async () => {
    await show(busy, { withPage: true, scope: 'all' });
    expect(
      await screen.findByRole('link', { name: 'All SLOs' }),
    ).toHaveAttribute('href', '/monitoring/slos');
  });

  it('has no way to a list that the portal has not', async () => {
    await show(busy);
    const counts = await screen.findByRole('list', { name: 'SLOs by state' });
    expect(within(counts).queryByRole('link')).toBeNull();
    expect(screen.queryByRole('link', { name: 'All SLOs' })).toBeNull();
  });

  it('lists what fires, without repeating the burning budgets', async () => {
    await show(busy);
    const list = await screen.findByRole('list', { name: 'Alerts firing' });
    expect(within(list).getAllByRole('listitem').map(readable)).toEqual([
      'Criticalingestor DatabasePoolExhausted94 % limit 80 %40 min',
      'Criticalingestor HighUploadFailureRate8.2 % limit 5 %36 min',
      'Warningingestor ConsumerLag18,420 limit 10,00025 min',
    ]);
  });

  it('shows five that fire, and the others when asked to', async () => {
    const items = Array.from({ length: 8 }, (_, index) =>
      anAlert({ id: `${index}`, name: `Alert${index}`, state: 'firing' }),
    );
    await show({
      ...busy,
      alertList: { items, totalItems: 8, health: HEALTHY_SOURCES },
    });
    const list = await screen.findByRole('list', { name: 'Alerts firing' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 3 more that fire' }),
    );
    expect(within(list).getAllByRole('listitem')).toHaveLength(8);
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
  });

  it('asks for the services of the user and the user’s groups', async () => {
    const { api } = await show(busy, { limit: 3 });
    await screen.findByText('14 SLOs');
    expect(api.sloQueries).toEqual([
      {
        owner: ['user:default/mira', 'group:default/media-ingest'],
        sort: 'urgency',
        limit: 3,
      },
    ]);
    expect(api.alertQueries[0]).toMatchObject({
      state: ['firing', 'pending'],
    });
  });

  it('shows all services by its setting, or when asked to', async () => {
    const { api } = await show(busy, { scope: 'all' });
    await screen.findByText('14 SLOs');
    expect(api.sloQueries[0]?.owner).toBeUndefined();

    await userEvent.click(
      screen.getByRole('button', { name: /Whose services/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'My services' }),
    );
    expect(await screen.findByText('14 SLOs')).toBeInTheDocument();
    expect(api.sloQueries[1]?.owner).toContain('user:default/mira');
  });

  it('is one sentence and the least budgets when nothing is wrong', async () => {
    await show({ sloList: QUIET_FLEET });
    expect(
      await screen.findByText('All 14 SLOs are met, no alert fires'),
    ).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('list', { name: 'Least budget left' }),
      ).getAllByRole('listitem'),
    ).toHaveLength(2);
    expect(screen.queryByRole('list', { name: 'SLOs by state' })).toBeNull();
  });

  it('does not say that no alert fires while one is about to', async () => {
    await show({
      sloList: QUIET_FLEET,
      alertList: {
        items: [anAlert({ name: 'ConsumerLag', state: 'pending' })],
        totalItems: 1,
        health: HEALTHY_SOURCES,
      },
    });
    expect(
      await screen.findByText('No error budget burns; 1 alert is pending'),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Alerts pending' })).getByText(
        'ConsumerLag',
      ),
    ).toBeInTheDocument();
  });

  it('tells somebody who owns nothing where to look', async () => {
    const { api } = await show({ sloList: aSloList({}) });
    expect(
      await screen.findByText('None of your services has an SLO'),
    ).toBeInTheDocument();

    api.answers.sloList = STORY_FLEET;
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all services' }),
    );
    expect(await screen.findByText('14 SLOs')).toBeInTheDocument();
  });

  it('says that it could not load', async () => {
    await show({ sloList: new Error('no') });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'SLOs could not be loaded',
    );
  });

  it('names a source whose figures are old', async () => {
    await show({
      ...busy,
      sloList: {
        ...STORY_FLEET,
        health: [
          {
            source: 'prometheus:default',
            state: 'unreachable',
            lastSuccessAt: '2026-11-23T14:02:00Z',
          },
        ],
      },
    });
    const text = await screen.findByText(/^Prometheus “default”/);
    expect(readable(text)).toContain('at 14:02 UTC, 30 min ago');
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await show(busy, { theme });
      await screen.findByText('14 SLOs');
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
