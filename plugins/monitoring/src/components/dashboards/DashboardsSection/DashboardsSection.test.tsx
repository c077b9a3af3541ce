import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aDashboardJson,
  aPanelJson,
  aResult,
  FakeAnswers,
  FakeMonitoringApi,
  renderScreen,
} from '../../../__testUtils__';
import { useUrlState } from '../../../hooks/useUrlState';
import { DashboardsSection } from './DashboardsSection';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

const VARIABLES = [
  {
    name: 'job',
    type: 'query',
    query: 'label_values(up, job)',
    current: { value: 'other' },
  },
  {
    name: 'quantile',
    type: 'custom',
    label: 'Quantile',
    query: 'p50 : 0.5,p99 : 0.99',
    current: { value: '0.5' },
  },
  { name: 'secret', type: 'constant', query: '1', hide: 2 },
];

const TARGETS = [
  { refId: 'A', expr: 'quantile($quantile, rate(uploads{job="$job"}[5m]))' },
];

const UPLOADS = {
  uid: 'sl-uploads',
  title: 'Upload Overview',
  pack: 'media-ingestor',
  source: 'grafana' as const,
  url: 'http://localhost:3001/d/sl-uploads',
};
const LINKED = { uid: 'linked', title: 'Capacity', source: 'grafana' as const };

function answers(changes: Partial<FakeAnswers> = {}): Partial<FakeAnswers> {
  return {
    dashboards: { items: [UPLOADS, LINKED] },
    dashboard: {
      ...UPLOADS,
      dashboard: aDashboardJson([aPanelJson({ targets: TARGETS })], {
        templating: { list: VARIABLES },
      }),
      variables: { job: 'ingestor' },
    },
    panels: [aResult({ succeeded: [17, 18, 17] })],
    ...changes,
  };
}

function Address() {
  return <output>{useUrlState().params.toString()}</output>;
}

async function show(changes: Partial<FakeAnswers> = {}) {
  const api = FakeMonitoringApi.create(answers(changes));
  const rendered = await renderScreen(
    <>
      <DashboardsSection entityRef="component:default/ingestor" />
      <Address />
    </>,
    { api },
  );
  return { api, ...rendered };
}

const address = () =>
  new URLSearchParams(
    screen.getByRole('status', { hidden: true }).textContent!,
  );

describe('DashboardsSection', () => {
  it('lists the dashboards, and draws the first', async () => {
    await show();
    expect(
      (await screen.findAllByRole('tab')).map(tab => tab.textContent),
    ).toEqual(['Upload Overview', 'Capacity']);
    expect(
      await screen.findByRole('img', { name: /^Upload rate: 1 series/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('media-ingestor pack')).toBeInTheDocument();
  });

  it('keeps the chosen dashboard in the address', async () => {
    await show();
    await userEvent.click(await screen.findByRole('tab', { name: 'Capacity' }));
    expect(screen.getByRole('tab', { name: 'Capacity' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(address().get('dashboard')).toBe('linked');
    expect(screen.getByText('linked')).toBeInTheDocument();
  });

  it('shows the variables, and which the service sets', async () => {
    await show();
    const list = await screen.findByRole('list', {
      name: 'Values of the dashboard’s variables',
    });
    expect(list).toHaveTextContent('jobingestor');
    expect(list).not.toHaveTextContent('secret');
  });

  it('changes a variable through the address, and asks again', async () => {
    const { api } = await show();
    const queryPanels = jest.spyOn(api, 'queryPanels');
    await userEvent.click(await screen.findByLabelText(/Quantile/));
    await userEvent.click(await screen.findByRole('option', { name: 'p99' }));
    expect(address().get('var-quantile')).toBe('0.99');
    expect(queryPanels).toHaveBeenCalledWith(
      'component:default/ingestor',
      expect.objectContaining({
        variables: expect.objectContaining({
          job: 'ingestor',
          quantile: '0.99',
        }),
      }),
      expect.anything(),
    );
  });

  describe('with variables that are queried', () => {
    const DATABASE = {
      name: 'database',
      label: 'Database',
      type: 'query',
      query: 'label_values(pg_up, datname)',
      includeAll: true,
      multi: true,
      allValue: '.+',
      current: { value: ['$__all'] },
    };
    const CHOICES = {
      items: [
        {
          name: 'database',
          options: ['audit', 'media'].map(value => ({ text: value, value })),
        },
      ],
    };
    const withDatabase = (changes: Partial<FakeAnswers> = {}) =>
      show({
        dashboard: {
          ...UPLOADS,
          dashboard: aDashboardJson([aPanelJson()], {
            templating: { list: [DATABASE] },
          }),
          variables: {},
        },
        choices: CHOICES,
        ...changes,
      });
    const choose = (name: string) =>
      userEvent.click(screen.getByRole('option', { name }));

    it('offers their values, several at once, and all', async () => {
      const { api } = await withDatabase();
      const field = await screen.findByLabelText(/Database/);
      expect(field).toHaveTextContent('All');
      await userEvent.click(field);
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['All', 'audit', 'media']);
      await choose('media');
      await choose('audit');
      expect(address().getAll('var-database')).toEqual(['media', 'audit']);
      await choose('All');
      expect(address().getAll('var-database')).toEqual(['$__all']);
      // Nothing depends on what was chosen.
      expect(api.choiceQueries).toEqual([
        expect.objectContaining({ names: ['database'], variables: {} }),
      ]);
    });

    it('says why one cannot be chosen, and draws the dashboard all the same', async () => {
      await withDatabase({
        choices: {
          items: [{ name: 'database', options: [], error: 'Not readable' }],
        },
      });
      // Text that everybody reads, no tooltip of what cannot have the focus.
      expect(await screen.findByText('Not readable')).toBeInTheDocument();
      expect(screen.queryByTitle('Not readable')).toBeNull();
      expect(
        await screen.findByRole('img', { name: /^Upload rate/ }),
      ).toBeInTheDocument();
    });

    it('does not fail when nobody answers what can be chosen', async () => {
      await withDatabase({ choices: new Error('Prometheus is away') });
      expect(await screen.findByText('Prometheus is away')).toBeInTheDocument();
    });

    it('asks for nothing when the service sets all of them', async () => {
      const { api } = await show();
      await screen.findByRole('img', { name: /^Upload rate/ });
      expect(api.choiceQueries).toEqual([]);
    });
  });

  it('leads to the dashboard in Grafana', async () => {
    await show();
    const [link] = await screen.findAllByRole('link', {
      name: /Open in Grafana/,
    });
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining(
        '/d/sl-uploads?from=now-6h&to=now&var-job=ingestor',
      ),
    );
  });

  it('says why a dashboard does not come from Grafana', async () => {
    await show({
      dashboard: {
        ...UPLOADS,
        source: 'pack',
        notice: 'Grafana does not answer: shown as the pack has it.',
        dashboard: aDashboardJson([]),
        variables: {},
      },
    });
    expect(
      await screen.findByText(/^Grafana does not answer/),
    ).toBeInTheDocument();
  });

  it('says what to do when there is no dashboard', async () => {
    await show({ dashboards: { items: [] } });
    expect(await screen.findByText('No dashboard yet')).toBeInTheDocument();
  });

  it('shows a dashboard of a link that is none of the service’s own', async () => {
    const api = FakeMonitoringApi.create(
      answers({
        dashboard: {
          uid: 'node',
          title: 'Node Exporter',
          source: 'grafana',
          dashboard: aDashboardJson([aPanelJson()]),
          variables: {},
        },
      }),
    );
    await renderScreen(
      <DashboardsSection entityRef="component:default/ingestor" />,
      { api, path: '/?dashboard=node' },
    );
    expect(
      await screen.findByRole('tab', { name: 'Node Exporter' }),
    ).toHaveAttribute('aria-selected', 'true');
    expect(
      await screen.findByRole('group', { name: 'Upload rate' }),
    ).toBeInTheDocument();
  });

  it('calls a dashboard by its uid only when it cannot be read', async () => {
    const open = (dashboard: FakeAnswers['dashboard']) =>
      renderScreen(
        <DashboardsSection entityRef="component:default/ingestor" />,
        {
          api: FakeMonitoringApi.create(answers({ dashboard })),
          path: '/?dashboard=node',
        },
      );
    const { unmount } = await open(new Promise<never>(() => {}));
    expect(
      await screen.findByRole('tab', { name: 'Loading the dashboard' }),
    ).toHaveAttribute('aria-selected', 'true');
    unmount();
    await open(new Error('Grafana does not answer'));
    expect(await screen.findByRole('tab', { name: 'node' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('leaves no empty page below what is not there', async () => {
    await renderScreen(
      <DashboardsSection entityRef="component:default/ingestor" />,
      { api: FakeMonitoringApi.create(answers()), path: '/?viewPanel=99' },
    );
    expect(
      await screen.findByText('This dashboard has no panel 99'),
    ).toBeInTheDocument();
    expect(screen.getByRole('tabpanel')).not.toHaveStyle({
      minHeight: '640px',
    });
  });

  it('finds other dashboards, and shows what is chosen', async () => {
    await show({
      availableDashboards: {
        items: [{ uid: 'kafka', title: 'Kafka', source: 'grafana', tags: [] }],
        isCut: false,
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Other dashboards…' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Kafka' }));
    expect(address().get('dashboard')).toBe('kafka');
  });

  it.each([
    [404, 'This dashboard cannot be found'],
    [403, 'You may not see this dashboard'],
  ])('says what a %d means', async (statusCode, text) => {
    await show({
      dashboard: Object.assign(new Error('no'), { statusCode }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(screen.getByRole('tab', { name: 'Capacity' })).toBeInTheDocument();
  });

  it('draws a dashboard whose variables are called as what every object has', async () => {
    await show({
      dashboard: {
        ...UPLOADS,
        dashboard: aDashboardJson([aPanelJson()], {
          templating: {
            list: ['__proto__', 'constructor', 'toString'].map(name => ({
              name,
              type: 'custom',
              query: 'a,b',
            })),
          },
        }),
        variables: {},
      },
    });
    expect(
      await screen.findByRole('img', { name: /^Upload rate: 1 series/ }),
    ).toBeInTheDocument();
  });

  it('refuses a dashboard that nobody could read, in one sentence', async () => {
    await show({
      dashboard: {
        ...UPLOADS,
        dashboard: aDashboardJson(
          Array.from({ length: 5_001 }, (_, index) =>
            aPanelJson({ id: index + 1 }),
          ),
        ),
        variables: {},
      },
    });
    expect(
      await screen.findByText(/It has 5,001 panels, and at most 5,000/),
    ).toBeInTheDocument();
  });

  it('says what could not be loaded: the list, or one dashboard', async () => {
    const { unmount } = await show({ dashboards: new Error('no') });
    expect(
      await screen.findByText('Dashboards could not be loaded'),
    ).toBeInTheDocument();
    unmount();
    await show({ dashboard: new Error('no') });
    expect(
      await screen.findByText('The dashboard could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Capacity' })).toBeInTheDocument();
  });

  it('keeps the place while it loads', async () => {
    const never = new Promise<never>(() => {});
    const { unmount } = await show({ dashboards: never });
    expect(
      screen.getByRole('status', { name: 'Loading dashboards' }),
    ).toBeInTheDocument();
    unmount();
    await show({ dashboard: never });
    expect(
      await screen.findByRole('status', { name: 'Loading the dashboard' }),
    ).toHaveStyle({ minHeight: '640px' });
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await renderScreen(
        <DashboardsSection entityRef="component:default/ingestor" />,
        { api: FakeMonitoringApi.create(answers()), theme },
      );
      await screen.findByRole('img', { name: /^Upload rate/ });
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
