import { parseDashboard } from '../model';
import { describeIgnored } from './describeIgnored';
import { describeSupport } from './describeSupport';

const stateOf = (panel: object) => {
  const [{ state, reasons }] = describeSupport(
    parseDashboard({ schemaVersion: 42, panels: [panel] }),
  );
  return [state, reasons];
};

describe('describeSupport', () => {
  it.each([
    [{ type: 'stat' }, 'drawn', []],
    [{ type: 'logs' }, 'unsupported', [{ code: 'panel-type', detail: 'logs' }]],
    [
      { type: 'stat', transformations: [{ id: 'unheard-of' }] },
      'unsupported',
      [{ code: 'transformation', detail: 'unheard-of' }],
    ],
    [
      { type: 'stat', datasource: { type: 'loki', uid: 'l' } },
      'unsupported',
      [{ code: 'datasource', detail: 'loki' }],
    ],
    [
      {
        type: 'stat',
        targets: [{ datasource: { type: '__expr__' }, type: 'sql' }],
      },
      'unsupported',
      [{ code: 'expression', detail: 'sql' }],
    ],
    [
      { libraryPanel: { uid: 'l', name: 'Lib' } },
      'unsupported',
      [{ code: 'library-panel', detail: 'Lib' }],
    ],
    [
      { type: 'stat', timeCompare: '1d' },
      'partly',
      [{ code: 'option', detail: 'timeCompare' }],
    ],
    [
      {
        type: 'stat',
        fieldConfig: {
          overrides: [{ matcher: { id: 'byMagic' }, properties: [] }],
        },
      },
      'partly',
      [{ code: 'matcher', detail: 'byMagic' }],
    ],
  ])('says of %j: %s, %j', (panel, state, reasons) => {
    expect(stateOf(panel)).toEqual([state, reasons]);
  });
});

describe('describeIgnored', () => {
  it('names variables and annotations of other kinds', () => {
    expect(
      describeIgnored(
        parseDashboard({
          templating: {
            list: [
              { name: 'job', type: 'query' },
              { name: 'by', type: 'groupby' },
              { name: 'app', type: 'query', datasource: { type: 'loki' } },
            ],
          },
          annotations: {
            list: [
              { name: 'Up', expr: 'up', datasource: '$ds' },
              { name: 'Ours', datasource: '-- Grafana --' },
              { name: 'Logs', datasource: { type: 'elasticsearch' } },
            ],
          },
        }),
      ),
    ).toEqual([
      { part: 'variable', name: 'by', type: 'groupby' },
      { part: 'variable', name: 'app', type: 'loki' },
      { part: 'annotation', name: 'Logs', type: 'elasticsearch' },
    ]);
  });
});
