import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { PanelFrame } from '@sightline/backstage-plugin-monitoring-common';
import { aPanel, readable, renderScreen } from '../../../__testUtils__';
import { panelTables } from './tableColumns';
import { TablePanel } from './TablePanel';

type Json = Record<string, unknown>;

const NOW = Date.parse('2026-11-23T14:32:00Z');

function frame(refId: string, values: Record<string, number>): PanelFrame {
  return {
    refId,
    expression: refId,
    times: [NOW],
    series: Object.entries(values).map(([service, value]) => ({
      labels: { service },
      values: [value],
    })),
  };
}
const RATES = frame('A', { gateway: 16.7, ingestor: 4.31, media: 7.49 });
const ERRORS = frame('B', { ingestor: 0.0302, gateway: 0.0016 });

async function show(frames: PanelFrame[], changes: Json = {}) {
  return renderScreen(
    <TablePanel
      panel={aPanel({
        type: 'table',
        targets: frames.map(({ refId }) => ({
          refId,
          expr: 'x',
          instant: true,
          format: 'table',
        })),
        transformations: [
          { id: 'merge', options: {} },
          {
            id: 'organize',
            options: {
              excludeByName: { Time: true },
              renameByName: {
                service: 'Service',
                'Value #A': 'Rate',
                'Value #B': 'Errors',
              },
            },
          },
        ],
        fieldConfig: {
          defaults: { unit: 'reqps' },
          overrides: [
            {
              matcher: { id: 'byName', options: 'Errors' },
              properties: [
                { id: 'unit', value: 'percentunit' },
                { id: 'decimals', value: 2 },
                { id: 'custom.cellOptions', value: { type: 'color-text' } },
              ],
            },
          ],
        },
        ...changes,
      })}
      title="Services"
      result={{ panelId: 1, frames }}
      variables={{}}
    />,
  );
}

/** The texts of the table, row by row. */
function rows(): string[][] {
  return within(screen.getByRole('table', { name: 'Data of Services' }))
    .getAllByRole('row')
    .map(row => [...row.children].map(readable));
}

describe('TablePanel', () => {
  it('merges queries, and writes each column in its unit', async () => {
    await show([RATES, ERRORS]);
    expect(rows()).toEqual([
      ['Service', 'Rate', 'Errors'],
      ['gateway', '16.7 req/s', '0.16%'],
      ['ingestor', '4.31 req/s', '3.02%'],
      ['media', '7.49 req/s', ''],
    ]);
  });

  it('sorts as the author wants, and as a reader who uses the keyboard', async () => {
    await show([RATES, ERRORS], {
      options: { sortBy: [{ displayName: 'Rate', desc: true }] },
    });
    const order = () =>
      rows()
        .map(([service]) => service)
        .slice(1);
    expect(order()).toEqual(['gateway', 'media', 'ingestor']);
    expect(screen.getByRole('columnheader', { name: 'Rate' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );

    screen.getByRole('button', { name: 'Errors' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(order()).toEqual(['ingestor', 'gateway', 'media']);
    await userEvent.keyboard('{Enter}');
    expect(order()).toEqual(['gateway', 'ingestor', 'media']);
    expect(
      screen.getByRole('columnheader', { name: 'Errors' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('writes words for values, hides columns, and names others', async () => {
    await show([frame('A', { gateway: 0, ingestor: 1 })], {
      transformations: [],
      fieldConfig: {
        defaults: {},
        overrides: [
          {
            matcher: { id: 'byName', options: 'Time' },
            properties: [{ id: 'custom.hidden', value: true }],
          },
          {
            matcher: { id: 'byName', options: 'Value' },
            properties: [
              { id: 'displayName', value: 'State' },
              {
                id: 'mappings',
                value: [
                  {
                    type: 'value',
                    options: {
                      0: { text: 'Down', color: 'red' },
                      1: { text: 'Up', color: 'green' },
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    expect(rows()).toEqual([
      ['service', 'State'],
      ['gateway', 'Down'],
      ['ingestor', 'Up'],
    ]);
  });

  it('lets the reader choose when the answers are not in one table', async () => {
    await show([RATES, ERRORS], { transformations: [] });
    expect(rows()).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: /Series/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Value #B' }));
    expect(rows()).toHaveLength(3);
  });

  it('shows the first rows of many, and says so', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [`s${index}`, index]),
    );
    await show([frame('A', many)]);
    expect(rows()).toHaveLength(201);
    expect(screen.getByText('The first 200 of 250 rows')).toBeInTheDocument();
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show([RATES, ERRORS]);
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('panelTables', () => {
  it('measures a column of very many rows', () => {
    const values = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, index) => [`s${index}`, index]),
    );
    const [{ columns }] = panelTables(
      aPanel({
        type: 'table',
        targets: [{ refId: 'A', expr: 'x', instant: true, format: 'table' }],
      }),
      { panelId: 1, frames: [frame('A', values)] },
      {},
    );
    expect(columns[columns.length - 1].bounds).toEqual({
      min: 0,
      max: 199_999,
    });
  });
});
