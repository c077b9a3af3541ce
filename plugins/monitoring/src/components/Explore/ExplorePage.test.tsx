import { EditorView } from '@codemirror/view';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  ExploreQueryRequest,
  ExploreQueryResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  FakeExploreAnswers,
  FakeExploreApi,
  FakeMonitoringApi,
  renderScreen,
} from '../../__testUtils__';
import { EntityExplore } from './EntityExplore';

jest.mock('../dashboards/TimeSeriesPanel', () => ({
  TimeSeriesPanel: (props: { frames: unknown[] }) => (
    <p>Graph of {props.frames.length} series</p>
  ),
}));

const ENTITY = 'component:default/ingestor';

/** An answer of two series. */
function anAnswer({
  range,
  instant,
  expression,
}: ExploreQueryRequest): ExploreQueryResponse {
  const times = instant ? [range.to] : [range.from, range.to];
  return {
    frame: {
      refId: 'A',
      expression: `limited(${expression})`,
      resultType: instant ? 'vector' : 'matrix',
      stepSeconds: 15,
      durationMs: 12,
      cache: 'partial',
      times,
      series: ['a', 'b'].map((pod, index) => ({
        labels: { __name__: 'up', pod },
        values: times.map(() => index + 1),
      })),
    },
  };
}

async function renderExplore(
  answers: Partial<FakeExploreAnswers> = {},
  {
    entityRef = ENTITY,
    ...options
  }: Parameters<typeof renderScreen>[1] & { entityRef?: string } = {},
) {
  const api = FakeMonitoringApi.create();
  api.explore = FakeExploreApi.create({ answer: anAnswer, ...answers });
  const { container } = await renderScreen(
    <EntityExplore entityRef={entityRef} environments={[]} />,
    { api, ...options },
  );
  return { container, explore: api.explore };
}

async function findEditor() {
  return screen.findByRole('textbox', { name: 'PromQL expression' });
}

/** Puts an expression into the editor, as typing does. */
async function type(expression: string) {
  const element = await findEditor();
  const view = EditorView.findFromDOM(element)!;
  act(() =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: expression },
    }),
  );
  return element;
}

/** About more time: the clock stands still, so that the same would not be asked again. */
const askAgain = () =>
  userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));

const run = () => userEvent.click(screen.getByRole('button', { name: 'Run' }));

/** An error of the backend. */
function aFailure(statusCode: number, text: string, more: object = {}): Error {
  const cause = Object.assign(new Error(text), more);
  return Object.assign(new Error(String(statusCode)), { statusCode, cause });
}

/** As it answers a refused expression. */
function aRefusal(): Error {
  return aFailure(400, 'This could be any series', {
    position: { offset: 4, length: 2, line: 1, column: 5 },
  });
}

describe('ExplorePage', () => {
  it('begins with the selector of the entity, says what limits it, and asks nothing', async () => {
    const { explore } = await renderExplore();
    expect(await findEditor()).toHaveTextContent(
      '{team="media-ingest", service="ingestor"}',
    );
    expect(screen.getByText('team="media-ingest"')).toBeVisible();
    expect(
      screen.getByText('Run an expression to see what it gives'),
    ).toBeVisible();
    expect(explore.queries).toEqual([]);
  });

  it('runs what is typed, and shows the graph, figures and what was sent', async () => {
    const { explore } = await renderExplore();
    await type('up');
    await run();
    expect(await screen.findByText('Graph of 2 series')).toBeVisible();
    expect(explore.queries[0]).toMatchObject({
      expression: 'up',
      instant: false,
    });
    const facts = screen.getByRole('region', { name: 'About the answer' });
    expect(facts).toHaveTextContent(/Series.*2/);
    expect(facts).toHaveTextContent(/Samples.*4/);
    expect(facts).toHaveTextContent(/Cache/);
    expect(within(facts).getByText('limited(up)')).toBeInTheDocument();
  });

  it.each([{ shiftKey: true }, { ctrlKey: true }])(
    'runs with the keyboard: Enter and %j',
    async modifier => {
      const { explore } = await renderExplore();
      const editor = await type('up');
      fireEvent.keyDown(editor, { key: 'Enter', code: 'Enter', ...modifier });
      expect(await screen.findByText('Graph of 2 series')).toBeVisible();
      expect(explore.queries.map(({ expression }) => expression)).toContain(
        'up',
      );
    },
  );

  it('says to those who listen that an answer has come', async () => {
    await renderExplore();
    await type('up');
    await run();
    const said = await screen.findByText('Answered with 2 series');
    expect(said).toHaveAttribute('role', 'status');
  });

  it('lets Tab lead out of the editor', async () => {
    await renderExplore();
    const editor = await findEditor();
    act(() => editor.focus());
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Run' })).toHaveFocus();
  });

  it('runs what stands in the address, as a table with the values at the end', async () => {
    const { explore } = await renderExplore(
      {},
      { path: '/?view=explore&expr=sum(up)&show=table&from=1000&to=601000' },
    );
    expect(await screen.findByRole('table')).toHaveTextContent(/pod/);
    expect(explore.queries).toEqual([
      {
        expression: 'sum(up)',
        instant: true,
        range: { from: 1_000, to: 601_000 },
      },
    ]);
    expect(await findEditor()).toHaveTextContent('sum(up)');
    await userEvent.click(screen.getByRole('button', { name: 'Graph' }));
    expect(await screen.findByText('Graph of 2 series')).toBeVisible();
  });

  it('reads an address with line ends of Windows', async () => {
    const { explore } = await renderExplore(
      {},
      { path: '/?view=explore&expr=up%0D%0A%2B%20down%0D%0A' },
    );
    expect(await screen.findByText('Graph of 2 series')).toBeVisible();
    expect(await findEditor()).toHaveTextContent('up+ down');
    expect(explore.queries.map(({ expression }) => expression)).toEqual([
      'up\n+ down\n',
    ]);
  });

  it('says so when a table has no rows', async () => {
    await renderExplore(
      {
        answer: request => {
          const { frame } = anAnswer(request);
          return { frame: { ...frame, times: [], series: [] } };
        },
      },
      { path: '/?view=explore&expr=up&show=table' },
    );
    expect(await screen.findByText('No data')).toBeVisible();
  });

  it('marks where an expression is at fault until something else is typed, and says why until it is run', async () => {
    await renderExplore({
      answer: request =>
        request.expression === 'up' ? anAnswer(request) : aRefusal(),
    });
    const editor = await type('up +{}');
    await run();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could be any series',
    );
    const marked = () => editor.querySelector('.cm-fault')?.textContent;
    await waitFor(() => expect(marked()).toBe('{}'));
    expect(editor).toHaveAccessibleDescription(/This could be any series/);
    expect(editor).toBeInvalid();
    await type('up');
    expect(editor).toBeValid();
    expect(marked()).toBeUndefined();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This could be any series',
    );
    await run();
    await screen.findByText('Graph of 2 series');
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  it('keeps the answer when the next one fails, and says so', async () => {
    let failure: Error | undefined;
    await renderExplore({ answer: request => failure ?? anAnswer(request) });
    await type('up');
    await run();
    await screen.findByText('Graph of 2 series');
    failure = aFailure(503, 'Prometheus does not answer');
    await askAgain();
    expect(await screen.findByText('Prometheus does not answer')).toBeVisible();
    // Nothing is wrong with the expression.
    expect(await findEditor()).toBeValid();
    expect(screen.getByText('Graph of 2 series')).toBeVisible();
    const kept = /^Below is still the answer for the time until /;
    expect(screen.getByText(kept)).toBeVisible();
    failure = undefined;
    await askAgain();
    await waitFor(() => expect(screen.queryByText(kept)).toBeNull());
  });

  it('keeps nothing for somebody who may no longer ask', async () => {
    const { explore } = await renderExplore();
    await type('up');
    await run();
    await screen.findByText('Graph of 2 series');
    explore.answers.answer = aFailure(403, 'You may not');
    await askAgain();
    expect(await screen.findByText('You may not')).toBeVisible();
    expect(screen.queryByText('Graph of 2 series')).toBeNull();
  });

  it('says that what is shown is old, and what Prometheus warns of', async () => {
    await renderExplore(
      {
        answer: request => ({
          ...anAnswer(request),
          staleMs: 120_000,
          warnings: ['cut short'],
        }),
      },
      { path: '/?expr=up' },
    );
    expect(
      await screen.findByText(/This is what was known 2.min ago/),
    ).toBeVisible();
    expect(screen.getByText('Prometheus warns: cut short')).toBeVisible();
  });

  it('offers what was run before', async () => {
    const { explore } = await renderExplore(
      {},
      { entityRef: 'component:default/gateway' },
    );
    await type('up');
    await run();
    await type('down');
    await run();
    await screen.findByText('Graph of 2 series');
    await userEvent.click(
      screen.getByRole('button', { name: 'Earlier expressions' }),
    );
    const items = screen.getAllByRole('menuitem');
    expect(items.map(item => item.textContent)).toEqual(['down', 'up']);
    await userEvent.click(items[1]);
    await waitFor(() =>
      expect(explore.queries.at(-1)).toMatchObject({ expression: 'up' }),
    );
  });

  it('gives the backend’s reason to those who may not', async () => {
    const error = Object.assign(new Error('403'), {
      statusCode: 403,
      cause: new Error('It takes the permission monitoring.explore'),
    });
    await renderExplore({ description: error });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It takes the permission monitoring.explore',
    );
  });

  it('says so when nothing limits what is read', async () => {
    await renderExplore({
      description: { prometheus: 'default', scope: '', selector: '{a="b"}' },
    });
    expect(
      await screen.findByText(/^Nothing limits what is read/),
    ).toBeVisible();
  });

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await renderExplore(
        { answer: aRefusal() },
        { theme, path: '/?expr=up' },
      );
      await findEditor();
      await screen.findByText('This could be any series');
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
