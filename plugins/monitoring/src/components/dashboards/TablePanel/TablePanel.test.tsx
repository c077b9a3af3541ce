import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  DataField,
  DataFrame,
  parseDashboard,
  dashboardPanels,
  applyFieldConfig,
} from '@sightline/backstage-plugin-monitoring-common';
import { readable, renderScreen } from '../../../__testUtils__';
import { STORY_RANGE } from '../../../__testUtils__/dashboards';
import { looksPanel } from '../../../__testUtils__/looks';
import { looksProps } from '../../../__testUtils__/panelProps';
import { TablePanel } from './TablePanel';

type Json = Record<string, unknown>;

function field(
  name: string,
  values: DataField['values'],
  changes: Partial<DataField> = {},
): DataField {
  const type = typeof values.find(value => value !== null);
  return {
    name,
    type: name === 'Time' ? 'time' : (type as 'number' | 'string' | 'boolean'),
    config: { mappings: [], custom: {} },
    values,
    ...changes,
  };
}
const SERVICES = field('service', ['gateway', 'ingestor', 'media']);
const RATES = field('Rate', [16.7, 4.31, 7.49]);
const ERRORS = field('Errors', [0.0016, 0.0302, null]);

async function show(
  frames: DataFrame[],
  json: { options?: Json; defaults?: Json; overrides?: Json[] } = {},
) {
  const [panel] = dashboardPanels(
    parseDashboard({
      panels: [
        {
          type: 'table',
          title: 'Services',
          targets: [{ refId: 'A', expr: 'x' }],
          options: json.options ?? {},
          fieldConfig: {
            defaults: json.defaults ?? {},
            overrides: json.overrides ?? [],
          },
        },
      ],
    }),
  );
  return renderScreen(
    <TablePanel
      panel={panel}
      title="Services"
      frames={applyFieldConfig(frames, panel.fieldConfig)}
      variables={{}}
      range={STORY_RANGE}
    />,
  );
}
const of = (name: string, ...properties: [string, unknown][]): Json => ({
  matcher: { id: 'byName', options: name },
  properties: properties.map(([id, value]) => ({ id, value })),
});
const table = () => screen.getByRole('table', { name: 'Data of Services' });
const rows = () =>
  within(table())
    .getAllByRole('row')
    .map(row => [...row.children].map(readable));
const column = (index: number) =>
  rows()
    .slice(1)
    .map(row => row[index]);

describe('TablePanel', () => {
  it.each([[28], [29], [30]])(
    'says what Grafana says in panel %s of the gallery',
    async id => {
      await renderScreen(<TablePanel {...looksProps(id)} />);
      const shown = () =>
        within(screen.getByRole('table'))
          .getAllByRole('row')
          .map(row => [...row.children].map(readable));
      await waitFor(() => expect(shown()).toEqual(looksPanel(id).texts!.rows));
    },
  );

  it('X01 · writes markup in names and values as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await show([{ fields: [field(hostile, [hostile, '<script>']), RATES] }]);
    expect(rows().map(([first]) => first)).toEqual([
      hostile,
      hostile,
      '<script>',
    ]);
    expect(table().querySelector('img, script, [onerror]')).toBeNull();
  });

  it('sorts up, down and not at all by clicks on a heading', async () => {
    await show([{ fields: [SERVICES, RATES, ERRORS] }]);
    const heading = () => screen.getByRole('columnheader', { name: 'Rate' });
    const click = () =>
      userEvent.click(screen.getByRole('button', { name: 'Rate' }));
    expect(heading()).not.toHaveAttribute('aria-sort');
    await click();
    expect(heading()).toHaveAttribute('aria-sort', 'ascending');
    expect(column(0)).toEqual(['ingestor', 'media', 'gateway']);
    await click();
    expect(heading()).toHaveAttribute('aria-sort', 'descending');
    expect(column(0)).toEqual(['gateway', 'media', 'ingestor']);
    await click();
    expect(column(0)).toEqual(['gateway', 'ingestor', 'media']);
  });

  it('sorts as the author wants, and for readers who use the keyboard', async () => {
    await show([{ fields: [SERVICES, RATES, ERRORS] }], {
      options: { sortBy: [{ displayName: 'Rate', desc: true }] },
    });
    expect(column(0)).toEqual(['gateway', 'media', 'ingestor']);
    screen.getByRole('button', { name: 'Errors' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(column(0)).toEqual(['media', 'gateway', 'ingestor']);
  });

  it('filters by the values of a column', async () => {
    await show([{ fields: [SERVICES, RATES] }], {
      defaults: { custom: { filterable: true } },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Filter service' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Filter service',
    });
    await userEvent.type(within(dialog).getByRole('textbox'), 'IN');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'ingestor' }),
    );
    expect(
      within(dialog).queryByRole('checkbox', { name: 'gateway' }),
    ).toBeNull();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply' }),
    );
    expect(column(0)).toEqual(['ingestor']);
    expect(
      screen.getByRole('button', { name: 'Filter service', hidden: true }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('writes units, words for values, and nothing where there is none', async () => {
    await show([{ fields: [SERVICES, RATES, ERRORS] }], {
      overrides: [
        of('Rate', ['unit', 'reqps'], ['displayName', 'Requests']),
        of(
          'Errors',
          ['unit', 'percentunit'],
          ['decimals', 2],
          ['noValue', 'none'],
        ),
        of('service', [
          'mappings',
          [{ type: 'value', options: { media: { text: 'Media!' } } }],
        ]),
      ],
    });
    expect(rows()).toEqual([
      ['service', 'Requests', 'Errors'],
      ['gateway', '16.7 req/s', '0.16%'],
      ['ingestor', '4.31 req/s', '3.02%'],
      ['Media!', '7.49 req/s', 'none'],
    ]);
  });

  it('writes what is no number', async () => {
    await show([{ fields: [field('x', [NaN, Infinity, -Infinity, null])] }]);
    expect(column(0)).toEqual(['NaN', '∞', '-∞', '']);
  });

  it('hides columns and headings', async () => {
    await show([{ fields: [SERVICES, RATES] }], {
      options: { showHeader: false },
      overrides: [of('Rate', ['custom.hideFrom', { viz: true }])],
    });
    expect(rows()).toEqual([['gateway'], ['ingestor'], ['media']]);
  });

  it('calculates below the columns, of the rows that are shown', async () => {
    await show([{ fields: [SERVICES, RATES] }], {
      options: { footer: { show: true, reducer: ['sum', 'count'] } },
    });
    await screen.findByText('Total');
    const cells = within(table()).getAllByRole('row').at(-1)!.children;
    expect([...cells].map(cell => [...cell.children].map(readable))).toEqual([
      ['Total', 'Count3'],
      ['28.5', '3'],
    ]);
  });

  it('lets the reader choose one of several tables', async () => {
    await show([
      { refId: 'A', fields: [SERVICES, RATES] },
      { refId: 'B', fields: [field('pod', ['a'])] },
    ]);
    expect(column(0)).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: /Table/ }));
    await userEvent.click(screen.getByRole('option', { name: 'pod' }));
    expect(column(0)).toEqual(['a']);
  });

  it('divides rows into pages', async () => {
    const many = field(
      'n',
      Array.from({ length: 25 }, (_, index) => index),
    );
    await show([{ fields: [many] }], { options: { enablePagination: true } });
    expect(column(0)).toHaveLength(10);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next rows' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next rows' }));
    expect(screen.getByText('Rows 21 to 25 of 25')).toBeInTheDocument();
    expect(column(0)[0]).toBe('20');
    expect(screen.getByRole('button', { name: 'Next rows' })).toBeDisabled();
  });

  it('draws few of fifty thousand rows, and says how many there are', async () => {
    const length = 50_000;
    const started = performance.now();
    await show([
      {
        fields: [
          field(
            'pod',
            Array.from({ length }, (_, index) => `pod-${index}`),
          ),
          field(
            'value',
            Array.from({ length }, (_, index) => (index * 7919) % length),
          ),
        ],
      },
    ]);
    expect(table()).toHaveAttribute('aria-rowcount', String(length + 1));
    expect(rows().length).toBeLessThan(60);
    await userEvent.click(screen.getByRole('button', { name: 'value' }));
    expect(column(1)[0]).toBe('0');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('opens the tables below a row', async () => {
    const inner: DataFrame = { fields: [field('pod', ['a', 'b'])] };
    await show([
      {
        fields: [
          field('zone', ['x']),
          field('__nestedFrames', [[inner]], { type: 'nestedFrames' }),
        ],
      },
    ]);
    const button = screen.getByRole('button', { name: 'Show the rows of x' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(
      within(screen.getByRole('table', { name: 'Rows of x' })).getAllByRole(
        'row',
      ),
    ).toHaveLength(3);
  });

  it('shows the whole of a value to who asks for it', async () => {
    await show([{ fields: [field('body', ['{"a":[1,2]}'])] }], {
      defaults: {
        custom: { inspect: true, cellOptions: { type: 'json-view' } },
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Whole value of body' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'body' });
    expect(dialog).toHaveTextContent('"a": [ 1, 2 ]');
  });

  it('links values, but to nothing that a browser would run', async () => {
    await show([{ fields: [SERVICES] }], {
      overrides: [
        of('service', [
          'links',
          [
            { title: 'Logs', url: '/logs?q=${__value.raw}' },
            { title: 'Bad', url: ['javascript', 'alert(1)'].join(':') },
          ],
        ]),
      ],
    });
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['/logs?q=gateway', '/logs?q=ingestor', '/logs?q=media']);
  });

  it('does not load images', async () => {
    const { container } = await show(
      [{ fields: [field('logo', ['https://example.com/a.png'])] }],
      {
        defaults: { custom: { cellOptions: { type: 'image' } } },
      },
    );
    expect(container.querySelector('img')).toBeNull();
    expect(column(0)).toEqual([
      'Image, not loaded here: https://example.com/a.png',
    ]);
  });

  it('shows pills, gauges and small graphs', async () => {
    const trend: DataFrame = {
      fields: [field('Time', [0, 60_000, 120_000]), field('Value', [1, 5, 3])],
      value: 3,
    };
    await show(
      [
        {
          fields: [
            field('tags', ['a, b']),
            field('load', [42]),
            field('Trend', [trend], { type: 'frame' }),
          ],
        },
      ],
      {
        overrides: [
          of('tags', ['custom.cellOptions', { type: 'pill' }]),
          of(
            'load',
            ['custom.cellOptions', { type: 'gauge', mode: 'lcd' }],
            ['max', 100],
            ['unit', 'percent'],
          ),
        ],
      },
    );
    await waitFor(() => expect(rows()[1]).toEqual(['ab', '42%', '3']));
    expect(screen.getByRole('img')).toHaveAccessibleName(/3 values, from/);
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show([{ fields: [SERVICES, RATES, ERRORS] }], {
      defaults: {
        custom: { filterable: true, cellOptions: { type: 'color-background' } },
      },
    });
    await screen.findByRole('button', { name: 'Filter service' });
    expect((await axe(container)).violations).toEqual([]);
  });
});
