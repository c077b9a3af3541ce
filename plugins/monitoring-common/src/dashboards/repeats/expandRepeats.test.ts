import fc from 'fast-check';
import { parseDashboard } from '../model/parseDashboard';
import {
  DashboardModel,
  DashboardVariable,
  DisplayCondition,
  DisplayRule,
} from '../types';
import { expandRepeats } from './expandRepeats';

const variable = (
  name: string,
  values: string[],
  more: object = {},
): DashboardVariable => ({
  ...parseDashboard({
    templating: {
      list: [
        {
          name,
          type: 'custom',
          query: values.join(','),
          multi: true,
          includeAll: true,
          current: { value: '$__all' },
        },
      ],
    },
  }).variables[0],
  ...more,
});

const jobs = variable('job', ['api', 'db', 'web']);

const dashboardOf = (
  panels: object[],
  variables: DashboardVariable[] = [jobs],
): DashboardModel => ({ ...parseDashboard({ panels }), variables });

const stat = (id: number, x: number, y: number, w: number, more = {}) => ({
  id,
  type: 'stat',
  gridPos: { x, y, w, h: 4 },
  ...more,
});

const placesOf = ({ sections }: DashboardModel) =>
  sections.map(({ panels }) =>
    panels.map(({ key, gridPos: { x, y, w, h } }) => [key, x, y, w, h]),
  );

describe('expandRepeats', () => {
  it('leaves a dashboard without repeats as it is', () => {
    const dashboard = dashboardOf([stat(1, 0, 0, 12), stat(2, 12, 0, 12)]);
    expect(expandRepeats(dashboard, { variables: {} })).toEqual(dashboard);
  });

  it('lays copies side by side over the whole width and pushes down what is below', () => {
    const dashboard = dashboardOf([
      stat(1, 0, 0, 6, { repeat: 'job', repeatDirection: 'h', maxPerRow: 2 }),
      stat(2, 0, 4, 24),
    ]);
    expect(placesOf(expandRepeats(dashboard, { variables: {} }))).toEqual([
      [
        ['1/job=api', 0, 0, 12, 4],
        ['1/job=db', 12, 0, 12, 4],
        ['1/job=web', 0, 4, 12, 4],
        ['2', 0, 8, 24, 4],
      ],
    ]);
  });

  it.each([
    [1, 24],
    [3, 8],
    [4, 6],
    [5, 6],
  ])('makes %i copies %d columns wide, four beside each other', (count, w) => {
    const values = Array.from({ length: count }, (_, at) => `v${at}`);
    const dashboard = dashboardOf(
      [stat(1, 0, 0, 6, { repeat: 'job' })],
      [variable('job', values)],
    );
    const [section] = expandRepeats(dashboard, { variables: {} }).sections;
    expect(section.panels).toHaveLength(count);
    expect(section.panels.every(panel => panel.gridPos.w === w)).toBe(true);
  });

  it('takes fractions of columns where the number asks for it', () => {
    const dashboard = dashboardOf(
      [stat(1, 0, 0, 6, { repeat: 'job', maxPerRow: 12 })],
      [variable('job', ['a', 'b', 'c', 'd', 'e'])],
    );
    expect(placesOf(expandRepeats(dashboard, { variables: {} }))[0][1]).toEqual(
      ['1/job=b', 4.8, 0, 4.8, 4],
    );
  });

  it('lays copies one below the other in the width of the panel', () => {
    const dashboard = dashboardOf([
      stat(1, 0, 0, 6, { repeat: 'job', repeatDirection: 'v' }),
      stat(2, 6, 0, 18),
      stat(3, 0, 4, 12),
    ]);
    expect(placesOf(expandRepeats(dashboard, { variables: {} }))).toEqual([
      [
        ['1/job=api', 0, 0, 6, 4],
        ['1/job=db', 0, 4, 6, 4],
        ['1/job=web', 0, 8, 6, 4],
        ['2', 6, 0, 18, 4],
        ['3', 0, 12, 12, 4],
      ],
    ]);
  });

  it('tells each copy its value and how people read it', () => {
    const dashboard = dashboardOf([stat(1, 0, 0, 6, { repeat: 'job' })]);
    const { sections } = expandRepeats(dashboard, {
      variables: { job: ['db', 'new'] },
      definitions: [{ ...jobs, options: [{ text: 'Database', value: 'db' }] }],
    });
    expect(sections[0].panels.map(panel => panel.scopedVariables)).toEqual([
      { job: { text: 'Database', value: 'db' } },
      { job: { text: 'new', value: 'new' } },
    ]);
  });

  it('copies a row with its panels, and the panels repeated in it', () => {
    const dashboard = dashboardOf(
      [
        { type: 'row', id: 9, repeat: 'job', title: '$job' },
        stat(1, 0, 1, 12),
        stat(2, 12, 1, 12, { repeat: 'zone', repeatDirection: 'v' }),
        stat(3, 0, 5, 12, { repeat: 'job' }),
        { type: 'row', id: 10, gridPos: { y: 10 } },
      ],
      [variable('job', ['api', 'db']), variable('zone', ['x', 'y'])],
    );
    const expanded = expandRepeats(dashboard, { variables: {} });
    expect(expanded.sections.map(({ id }) => id)).toEqual([
      'row-9/job=api',
      'row-9/job=db',
      'row-10',
    ]);
    expect(placesOf(expanded)[1]).toEqual([
      ['1/job=db', 0, 0, 12, 4],
      ['2/job=db/zone=x', 12, 0, 12, 4],
      ['2/job=db/zone=y', 12, 4, 12, 4],
      ['3/job=db', 0, 8, 24, 4],
    ]);
    expect(expanded.sections[1].scopedVariables).toEqual({
      job: { text: 'db', value: 'db' },
    });
    expect(expanded.sections[1].panels[1].scopedVariables).toEqual({
      job: { text: 'db', value: 'db' },
      zone: { text: 'x', value: 'x' },
    });
  });

  it('copies tabs with their rows, and rows with the rows in them', () => {
    const { sections: base } = dashboardOf([stat(1, 0, 0, 12)]);
    const [panel] = base[0].panels;
    const row = { collapsed: false, title: 'Row', tab: 'a', panels: [] };
    const expanded = expandRepeats(
      {
        ...dashboardOf([]),
        variables: [
          variable('job', ['api', 'db']),
          variable('zone', ['x', 'y']),
        ],
        tabs: [{ id: 'a', title: '$job', repeat: 'job' }],
        sections: [
          { ...row, id: 'outer', repeat: 'zone' },
          {
            ...row,
            id: 'inner',
            depth: 1,
            autoGrid: { maxColumns: 3, columnWidth: 400, rowHeight: 320 },
            panels: [panel],
          },
          { ...row, id: 'next' },
        ],
      },
      { variables: {} },
    );
    expect(expanded.tabs?.map(({ id }) => id)).toEqual([
      'a/job=api',
      'a/job=db',
    ]);
    expect(expanded.sections.map(({ id, tab }) => [id, tab])).toEqual(
      ['api', 'db'].flatMap(job => [
        [`outer/job=${job}/zone=x`, `a/job=${job}`],
        [`inner/job=${job}/zone=x`, `a/job=${job}`],
        [`outer/job=${job}/zone=y`, `a/job=${job}`],
        [`inner/job=${job}/zone=y`, `a/job=${job}`],
        [`next/job=${job}`, `a/job=${job}`],
      ]),
    );
  });

  it.each([
    ['a variable that is not there', []],
    ['a text box', [{ ...jobs, type: 'textbox' }]],
    ['a variable without values', [{ ...jobs, options: [] }]],
    ['nothing', [{ ...jobs, current: '' }]],
  ])('draws a panel once that is repeated by %s', (_, definitions) => {
    const dashboard = dashboardOf([stat(1, 0, 0, 6, { repeat: 'job' })]);
    const expanded = expandRepeats(dashboard, { variables: {}, definitions });
    expect(placesOf(expanded)).toEqual([[['1', 0, 0, 24, 4]]]);
    expect(expanded.sections[0].panels[0].scopedVariables).toBeUndefined();
  });

  it.each<[string, Partial<DisplayCondition>, DisplayRule[], string[]]>([
    ['shows', {}, [{ variable: 'job', operator: '=', value: 'api' }], ['1']],
    ['hides', {}, [{ variable: 'job', operator: '=', value: 'db' }], []],
    [
      'turns round',
      { hides: true },
      [{ variable: 'job', operator: '!=', value: 'db' }],
      [],
    ],
    [
      'asks for all',
      {},
      [
        { variable: 'job', operator: '=~', value: '^a' },
        { variable: 'job', operator: '!~', value: 'pi' },
      ],
      [],
    ],
    [
      'asks for one',
      { any: true },
      [
        { variable: 'job', operator: '=~', value: '^a' },
        { operator: '<=', value: '1h' },
      ],
      ['1'],
    ],
    ['compares the range', {}, [{ operator: '<=', value: '1d' }], ['1']],
    ['compares the range', {}, [{ operator: '<=', value: '1h' }], []],
    [
      'ignores what is not there',
      {},
      [{ variable: 'gone', operator: '=', value: 'x' }],
      ['1'],
    ],
    [
      'ignores what is no expression',
      {},
      [{ variable: 'job', operator: '=~', value: '(' }],
      ['1'],
    ],
  ])('%s what has a condition: %j %j', (_, more, rules, keys) => {
    const { sections } = dashboardOf([stat(1, 0, 0, 12)]);
    const condition = { hides: false, any: false, ...more, rules };
    const [panel] = sections[0].panels;
    const context = {
      variables: { job: 'api' },
      range: { from: 0, to: 6 * 3_600_000 },
    };
    const shownBy = (dashboard: Partial<DashboardModel>) =>
      expandRepeats({ ...dashboardOf([]), ...dashboard }, context)
        .sections.flatMap(one => one.panels)
        .map(({ key }) => key);
    const section = { ...sections[0], panels: [panel], tab: 'a' };
    const tab = { id: 'a', title: '' };
    expect(
      shownBy({
        sections: [{ ...section, panels: [{ ...panel, condition }] }],
        tabs: [tab],
      }),
    ).toEqual(keys);
    expect(
      shownBy({ sections: [{ ...section, condition }], tabs: [tab] }),
    ).toEqual(keys);
    expect(
      shownBy({ sections: [section], tabs: [{ ...tab, condition }] }),
    ).toEqual(keys);
  });

  it('knows that "all" is each of the values', () => {
    const { sections } = dashboardOf([stat(1, 0, 0, 12)]);
    const rule = (value: string): DisplayRule => ({
      variable: 'job',
      operator: '=',
      value,
    });
    const panels = ['api', 'all', 'other'].map((value, at) => ({
      ...sections[0].panels[0],
      key: value,
      id: at,
      condition: { hides: false, any: false, rules: [rule(value)] },
    }));
    const expanded = expandRepeats(
      { ...dashboardOf([]), sections: [{ ...sections[0], panels }] },
      { variables: { job: '$__all' } },
    );
    expect(expanded.sections[0].panels.map(({ key }) => key)).toEqual([
      'api',
      'all',
    ]);
  });

  it('makes no more than 2,000 panels, and says how many it left out', () => {
    const values = Array.from({ length: 100_000 }, (_, at) => `v${at}`);
    const dashboard = dashboardOf(
      [
        { type: 'row', id: 9, repeat: 'job' },
        stat(1, 0, 1, 12, { repeat: 'zone' }),
        stat(2, 12, 1, 12),
      ],
      [
        variable('job', [], {
          options: values.map(value => ({ value, text: value })),
        }),
        variable('zone', ['x', 'y']),
      ],
    );
    const expanded = expandRepeats(dashboard, { variables: {} });
    const count = expanded.sections.flatMap(({ panels }) => panels).length;
    expect(count).toBeGreaterThan(1_900);
    expect(count).toBeLessThanOrEqual(2_000);
    expect(expanded.omittedPanels).toBeGreaterThan(190_000);
  });

  it('gives every copy a key of its own, and overlaps nothing', () => {
    const names = fc.constantFrom('job', 'zone', '__proto__', 'constructor');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            type: fc.constantFrom('row', 'stat', 'stat', 'stat'),
            repeat: fc.option(names, { nil: undefined }),
            repeatDirection: fc.constantFrom('h', 'v'),
            maxPerRow: fc.constantFrom(0, -1, 2, 4, 1e9, 'x'),
            gridPos: fc.record({
              x: fc.integer({ min: -5, max: 40 }),
              y: fc.integer({ min: -5, max: 40 }),
              w: fc.integer({ min: -5, max: 40 }),
              h: fc.integer({ min: 0, max: 20 }),
            }),
          }),
        ),
        fc.array(fc.string()),
        (panels, values) => {
          const dashboard = dashboardOf(panels, [
            variable('job', values),
            variable('__proto__', ['a', 'b']),
            variable('zone', ['x', 'y', 'z']),
          ]);
          const { sections } = expandRepeats(dashboard, {
            variables: { zone: ['y', 'z'] },
          });
          const keys = sections.flatMap(one =>
            one.panels.map(({ key }) => key),
          );
          expect(new Set(keys).size).toBe(keys.length);
          for (const { panels: placed } of sections) {
            for (const [at, { gridPos: one }] of placed.entries()) {
              expect(one.x).toBeGreaterThanOrEqual(0);
              expect(one.x + one.w).toBeLessThanOrEqual(24 + 1e-9);
              for (const { gridPos: other } of placed.slice(at + 1)) {
                const isApart =
                  one.x + one.w <= other.x + 1e-9 ||
                  other.x + other.w <= one.x + 1e-9 ||
                  one.y + one.h <= other.y ||
                  other.y + other.h <= one.y;
                expect(isApart).toBe(true);
              }
            }
          }
        },
      ),
    );
  });
});
