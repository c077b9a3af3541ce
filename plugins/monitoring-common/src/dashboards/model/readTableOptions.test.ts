import { JsonObject } from '@backstage/types';
import { aField } from '../__testUtils__/aFrame';
import { FieldType } from '../frames/DataFrame';
import { readTableColumnStyle, readTableOptions } from './readTableOptions';

const styleOf = (
  custom: JsonObject,
  type: FieldType = 'string',
  options: JsonObject = {},
) =>
  readTableColumnStyle(
    aField('Requests', [], { type, config: { custom } }),
    options,
  );

describe('readTableOptions', () => {
  it('has Grafana’s defaults', () => {
    expect(readTableOptions({})).toEqual({
      showHeader: true,
      cellHeight: 'sm',
      sortBy: [],
      frameIndex: 0,
      hasPages: false,
    });
  });

  it('reads what is written', () => {
    expect(
      readTableOptions({
        showHeader: false,
        cellHeight: 'lg',
        frameIndex: 2,
        enablePagination: true,
        sortBy: [{ displayName: 'Lag', desc: true }, {}],
      }),
    ).toEqual({
      showHeader: false,
      cellHeight: 'lg',
      frameIndex: 2,
      hasPages: true,
      sortBy: [{ column: 'Lag', descending: true }],
    });
  });

  it('finds pages where former Grafanas wrote them', () => {
    expect(
      readTableOptions({ footer: { enablePagination: true } }),
    ).toMatchObject({ hasPages: true });
  });
});

describe('readTableColumnStyle', () => {
  it.each<[JsonObject, string, string]>([
    [{}, 'auto', 'gradient'],
    [{ cellOptions: { type: 'color-text' } }, 'color-text', 'gradient'],
    [
      { cellOptions: { type: 'color-background', mode: 'basic' } },
      'color-background',
      'basic',
    ],
    [
      { cellOptions: { type: 'color-background' } },
      'color-background',
      'gradient',
    ],
    [{ displayMode: 'color-background-solid' }, 'color-background', 'basic'],
    [{ cellOptions: { type: 'gauge', mode: 'lcd' } }, 'gauge', 'lcd'],
    [{ displayMode: 'gradient-gauge' }, 'gauge', 'gradient'],
    [{ displayMode: 'lcd-gauge' }, 'gauge', 'lcd'],
    [{ displayMode: 'basic' }, 'gauge', 'basic'],
    [{ cellOptions: { type: 'json-view' } }, 'json-view', 'gradient'],
    [{ cellOptions: { type: 'pill' } }, 'pill', 'gradient'],
    [{ cellOptions: { type: '__proto__' } }, 'auto', 'gradient'],
  ])('reads the cells of %j as %s, %s', (custom, kind, mode) => {
    expect(styleOf(custom)).toMatchObject({ kind, mode });
  });

  it('draws small graphs and lists without being told', () => {
    expect(styleOf({}, 'frame').kind).toBe('sparkline');
    expect(styleOf({}, 'other').kind).toBe('json-view');
  });

  it.each<[JsonObject, FieldType, string]>([
    [{}, 'number', 'right'],
    [{}, 'string', 'left'],
    [{}, 'time', 'left'],
    [{ align: 'center' }, 'number', 'center'],
    [{ cellOptions: { type: 'gauge' } }, 'number', 'left'],
  ])('puts %j of the type %s to the %s', (custom, type, align) => {
    expect(styleOf(custom, type).align).toBe(align);
  });

  it('reads widths, and none that is no width', () => {
    expect(styleOf({ width: 120, minWidth: 20 })).toMatchObject({
      width: 120,
      minWidth: 50,
    });
    expect(styleOf({ width: 0 })).toMatchObject({ minWidth: 150 });
    expect(styleOf({ width: 0 }).width).toBeUndefined();
  });

  it.each<[JsonObject]>([[{ hidden: true }], [{ hideFrom: { viz: true } }]])(
    'hides a column with %j',
    custom => expect(styleOf(custom).isHidden).toBe(true),
  );

  it.each<[JsonObject, JsonObject, string[]]>([
    [{ footer: { reducers: ['sum'] } }, {}, ['sum']],
    [{}, { footer: { show: true, reducer: ['mean'], fields: '' } }, ['mean']],
    [{}, { footer: { show: false, reducer: ['mean'] } }, []],
    [
      {},
      { footer: { show: true, reducer: ['max'], fields: ['Requests'] } },
      ['max'],
    ],
    [{}, { footer: { show: true, reducer: ['max'], fields: ['Other'] } }, []],
    [
      {},
      { footer: { show: true, reducer: ['count'], countRows: true } },
      ['countAll'],
    ],
  ])('has a footer of %j and %j: %j', (custom, options, footer) => {
    expect(styleOf(custom, 'number', options).footer).toEqual(footer);
  });
});
