import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aPanel,
  aResult,
  anAlert,
  renderScreen,
  STORY_RANGE,
} from '../../../__testUtils__';
import { PanelData } from '../types';
import { PanelFrame, PanelFrameProps } from './PanelFrame';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

const DATA: PanelData = {
  isLoading: false,
  range: STORY_RANGE,
  result: aResult({ succeeded: [17, 18, null], failed: [0, 1, 1.5] }),
};

/** A panel stands below the headings of its page, which are not there. */
const NO_PAGE = { rules: { 'heading-order': { enabled: false } } };

async function show(changes: Partial<PanelFrameProps> = {}) {
  const props: PanelFrameProps = {
    panel: aPanel(),
    title: 'Upload rate',
    data: DATA,
    variables: {},
    alerts: [],
    headingLevel: 3,
    grafanaUrl: 'http://localhost:3001/d/sl-uploads?viewPanel=1',
    onRetry: jest.fn(),
    onZoom: jest.fn(),
    ...changes,
  };
  return { ...props, ...(await renderScreen(<PanelFrame {...props} />)) };
}

async function choose(name: string) {
  await userEvent.click(
    screen.getByRole('button', { name: 'Menu of Upload rate' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name }));
}

describe('PanelFrame', () => {
  it('shows the data under the title', async () => {
    await show();
    expect(
      screen.getByRole('heading', { name: 'Upload rate' }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('img')).toHaveAccessibleName(
      /^Upload rate: 2 series/,
    );
  });

  it('shows the data as a table, newest first', async () => {
    await show();
    await choose('Show as table');
    const table = screen.getByRole('table', { name: 'Data of Upload rate' });
    const rows = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows.slice(0, 3)).toEqual([
      'Timesucceededfailed',
      '23 Nov, 14:32:001.50 req/s',
      '23 Nov, 14:31:0018 req/s1 req/s',
    ]);
    await choose('Show as graph');
    expect(screen.queryByRole('table', { name: /^Data/ })).toBeNull();
  });

  it('shows the queries as Prometheus was asked', async () => {
    await show();
    await choose('Show queries');
    const dialog = screen.getByRole('dialog', {
      name: 'Queries of Upload rate',
    });
    expect(dialog).toHaveTextContent('rate(uploads{job="ingestor"}[5m])');
    expect(dialog).toHaveTextContent('Step 1m, answered in 41 ms');
  });

  it('leads to the panel in Grafana', async () => {
    await show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Menu of Upload rate' }),
    );
    expect(
      screen.getByRole('menuitem', { name: 'Open in Grafana' }),
    ).toHaveAttribute('href', 'http://localhost:3001/d/sl-uploads?viewPanel=1');
  });

  it('keeps the place while it loads', async () => {
    await show({ data: { isLoading: true } });
    expect(
      screen.getByRole('status', { name: 'Loading Upload rate' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Upload rate' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
  });

  it('waits until it comes into view', async () => {
    await show({ data: { isLoading: false } });
    expect(
      screen.getByRole('status', { name: 'Loads when it comes into view' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['no series', {}],
    ['only gaps', { succeeded: [null, null] }],
  ])('says that there is no data: %s', async (_, series) => {
    await show({ data: { ...DATA, result: aResult(series) } });
    expect(screen.getByText('No data')).toBeInTheDocument();
    expect(screen.getByText(/Try a longer one/)).toBeInTheDocument();
  });

  it('writes what the author wants when there is no data', async () => {
    await show({
      panel: aPanel({ fieldConfig: { defaults: { noValue: 'none yet' } } }),
      data: { ...DATA, result: aResult({}) },
    });
    expect(screen.getByText('none yet')).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    const { onRetry } = await show({
      data: { isLoading: false, failure: 'Prometheus does not answer.' },
    });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The query failed');
    expect(alert).toHaveTextContent('Prometheus does not answer.');
    expect(alert).toHaveTextContent('Other panels are not affected.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalled();
  });

  it('shows what it has when only a part failed, and says so', async () => {
    const result = aResult(
      { succeeded: [1] },
      { error: 'B: parse error', warnings: ['too many samples'] },
    );
    await show({ data: { ...DATA, result } });
    expect(
      screen.getByRole('img', {
        name: /Not everything could be queried: B: parse error Prometheus warns: too many samples/,
      }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('img', { name: /1 series/ })).toBeVisible();
  });

  it('keeps old data while the new is read, and when that fails', async () => {
    await show({
      data: { ...DATA, isLoading: true, failure: 'gone' },
    });
    expect(
      await screen.findByRole('img', { name: /2 series/ }),
    ).toBeInTheDocument();
  });

  it('says that something fires', async () => {
    await show({ alerts: [anAlert({ state: 'firing' })] });
    expect(screen.getByText('Firing')).toBeInTheDocument();
  });

  it('explains the panel, with variables filled in', async () => {
    await show({
      panel: aPanel({ description: 'Uploads of $job', repeat: 'job' }),
      variables: { job: 'ingestor' },
    });
    expect(
      screen.getByRole('img', {
        name: /About Upload rate: Uploads of ingestor · Grafana draws this once for each value of job/,
      }),
    ).toBeInTheDocument();
  });

  it.each([
    [{ type: 'piechart' }, /a panel of the type “piechart”/],
    [{ transformations: [{ id: 'organize' }] }, /transforms its data/],
    [{ datasource: { type: 'loki' } }, /something other than Prometheus/],
  ])('says what it does not draw, and links out: %j', async (json, text) => {
    await show({ panel: aPanel(json) });
    expect(screen.getByText('Not drawn here yet')).toBeInTheDocument();
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Open in Grafana/ }),
    ).toHaveAttribute('href', 'http://localhost:3001/d/sl-uploads?viewPanel=1');
  });

  it('shows notes, and never runs what is in them', async () => {
    const { container } = await show({
      panel: aPanel({
        type: 'text',
        options: {
          mode: 'markdown',
          content: '# About $job\n\n<img src=x onerror=alert(1)>',
        },
      }),
      variables: { job: 'ingestor' },
    });
    expect(
      await screen.findByRole('heading', { name: 'About ingestor' }),
    ).toBeInTheDocument();
    expect(container.querySelector('[onerror]')).toBeNull();
  });

  it('does not show notes that are HTML', async () => {
    const { container } = await show({
      panel: aPanel({
        type: 'text',
        options: { mode: 'html', content: '<script>alert(1)</script>' },
      }),
    });
    expect(screen.getByText(/written in HTML/)).toBeInTheDocument();
    expect(container.querySelector('script')).toBeNull();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await renderScreen(
        <>
          {[DATA, { isLoading: true }, { isLoading: false, failure: 'x' }].map(
            (data, index) => (
              <PanelFrame
                key={index}
                panel={aPanel({ id: index, description: 'About it' })}
                title={`Panel ${index}`}
                data={data}
                variables={{}}
                headingLevel={3}
                alerts={[anAlert()]}
                grafanaUrl="http://localhost:3001/d/x"
                onRetry={() => {}}
                onZoom={() => {}}
              />
            ),
          )}
        </>,
        { theme },
      );
      await screen.findByRole('img', { name: /2 series/ });
      expect((await axe(container, NO_PAGE)).violations).toEqual([]);
    },
  );
});
