import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aPanel,
  aPanelFrame,
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
  const props = aPanelFrame({
    data: DATA,
    grafanaUrl: 'http://localhost:3001/d/sl-uploads?viewPanel=1',
    onView: jest.fn(),
    onCopyLink: jest.fn(),
    onRetry: jest.fn(),
    ...changes,
  });
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

  it('gives figures of a panel of two rows all the room below its title', async () => {
    await show({
      panel: aPanel({ type: 'stat', gridPos: { x: 0, y: 0, w: 2, h: 2 } }),
    });
    const figures = await screen.findByRole('list', { name: 'Upload rate' });
    expect(figures.parentElement).toHaveStyle({ padding: '0px' });
  });

  it('shows the data as a table, newest first', async () => {
    await show();
    await choose('Show as table');
    const table = await screen.findByRole('table', {
      name: 'Data of Upload rate',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows.slice(0, 3)).toEqual([
      'Timesucceededfailed',
      '2026-11-23 14:32:001.50 req/s',
      '2026-11-23 14:31:0018 req/s1 req/s',
    ]);
    await choose('Show as graph');
    expect(screen.queryByRole('table', { name: /^Data/ })).toBeNull();
  });

  it('shows the queries as Prometheus was asked', async () => {
    await show();
    await choose('Show queries');
    const dialog = await screen.findByRole('dialog', {
      name: 'Queries of Upload rate',
    });
    expect(dialog).toHaveTextContent('rate(uploads{job="ingestor"}[5m])');
    expect(dialog).toHaveTextContent('Step1m');
    expect(dialog).toHaveTextContent('Series2');
    expect(dialog).toHaveTextContent('Samples5');
    expect(dialog).toHaveTextContent(
      'Shown are 2 series or tables with 5 values in all.',
    );
  });

  it('says of each query what was known, and when the answer was put together', async () => {
    const result = DATA.result!;
    await show({
      data: {
        ...DATA,
        result: {
          ...result,
          frames: [{ ...result.frames[0], cache: 'partial' }],
          answeredAt: Date.parse('2026-11-23T14:32:07Z'),
        },
      },
    });
    await choose('Show queries');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      'Cachethe older part was known, the rest was fetched',
    );
    expect(dialog).toHaveTextContent(/This answer was put together at .*32/);
  });

  it('says on its face that its data is old, and how old', async () => {
    const { container } = await show({
      data: { ...DATA, result: { ...DATA.result!, staleMs: 300_000 } },
    });
    const chip = screen.getByRole('img', { name: /^Prometheus does not/ });
    expect(chip).toHaveTextContent(/^5.min old$/);
    expect(chip).toHaveAccessibleName(/the newest of it is 5.min old/);
    await userEvent.tab();
    expect(chip).toHaveFocus();
    expect((await axe(container, NO_PAGE)).violations).toEqual([]);
    await choose('Show queries');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Prometheus does not answer/,
    );
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
      data: { isLoading: false, failure: 'Prometheus does not answer' },
    });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The query failed');
    expect(alert).toHaveTextContent('Prometheus does not answer. Try again');
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
        name: 'Not everything could be queried: B: parse error',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'Prometheus warns: too many samples' }),
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

  it('explains the panel in Markdown, never running what is in it', async () => {
    await show({
      description: 'All **uploads**<img src=x onerror=alert(1)>',
    });
    const note = screen.getByRole('img', {
      name: /^About Upload rate: All \*\*uploads/,
    });
    await userEvent.hover(note);
    const tooltip = await screen.findByRole('tooltip');
    expect(within(tooltip).getByText('uploads').tagName).toBe('STRONG');
    expect(tooltip.querySelector('[onerror]')).toBeNull();
  });

  it('says that its time is not that of the page', async () => {
    await show({ timeInfo: 'Last 1 hour' });
    expect(screen.getByText('Last 1 hour')).toBeInTheDocument();
  });

  it('leads where its author leads: at once, or by a menu', async () => {
    const link = {
      title: 'Runbook',
      url: 'https://x.test/',
      targetBlank: true,
    };
    const { unmount } = await show({ links: [link] });
    expect(
      await screen.findByRole('link', { name: 'Runbook' }),
    ).toHaveAttribute('href', 'https://x.test/');
    unmount();
    await show({ links: [link, { ...link, title: 'Logs' }] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Links of Upload rate' }),
    );
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual(['Runbook', 'Logs']);
  });

  it('keeps what breaks in one panel within it', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const broken = aPanel();
    Object.defineProperty(broken, 'options', {
      get() {
        throw new Error('no options');
      },
    });
    await show({ panel: broken });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This panel could not be drawn',
    );
    expect(
      screen.getByRole('button', { name: 'Menu of Upload rate' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['v', 'onView'],
    ['c', 'onCopyLink'],
    ['r', 'onRetry'],
  ] as const)('does by the key %s what its menu does', async (key, action) => {
    const props = await show();
    screen.getByRole('button', { name: 'Menu of Upload rate' }).focus();
    await userEvent.keyboard(key);
    expect(props[action]).toHaveBeenCalled();
  });

  it('leaves keys to the dialogs that it opened', async () => {
    const { onView } = await show();
    await choose('Show queries');
    await screen.findByRole('dialog');
    await userEvent.keyboard('v');
    expect(onView).not.toHaveBeenCalled();
  });

  it.each([
    [{ type: 'example-panel' }, /a panel of the type “example-panel”/],
    [{ transformations: [{ id: 'mine' }] }, /transforms its data \(mine\)/],
    [{ datasource: { type: 'loki' } }, /something other than Prometheus/],
  ])('says what it does not draw, and links out: %j', async (json, text) => {
    await show({ panel: aPanel(json) });
    expect(await screen.findByText('Not drawn here yet')).toBeInTheDocument();
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

  it('never runs notes that are HTML', async () => {
    const { container } = await show({
      panel: aPanel({
        type: 'text',
        options: {
          mode: 'html',
          content: '<p>Read <b>this</b></p><script>alert(1)</script>',
        },
      }),
    });
    expect(await screen.findByText('this')).toBeInTheDocument();
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
                {...aPanelFrame({
                  panel: aPanel({ id: index }),
                  title: `Panel ${index}`,
                  description: 'About it',
                  timeInfo: 'Last 1 hour',
                  data,
                  alerts: [anAlert()],
                  grafanaUrl: 'http://localhost:3001/d/x',
                })}
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
