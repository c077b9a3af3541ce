import { aField, aFrame } from '../__testUtils__/aFrame';
import { DataField } from '../frames/DataFrame';
import { parseFieldConfig } from './parseFieldConfig';
import { resolveFieldConfig } from './resolveFieldConfig';

const override = (
  matcher: [string, unknown],
  ...properties: [string, unknown][]
) => ({
  matcher: { id: matcher[0], options: matcher[1] },
  properties: properties.map(([id, value]) => ({ id, value })),
});

function resolve(
  json: { defaults?: object; overrides?: object[] },
  field: DataField = aField('failed', [1]),
) {
  return resolveFieldConfig(parseFieldConfig(json), field, aFrame('A', field));
}

describe('resolveFieldConfig', () => {
  it('starts with what the panel says of all', () => {
    expect(
      resolve({ defaults: { unit: 'reqps', decimals: 1, custom: { a: 1 } } }),
    ).toMatchObject({ unit: 'reqps', decimals: 1, custom: { a: 1 } });
  });

  it('lets the source go before, but not before overrides', () => {
    const field = aField('failed', [1], {
      config: { unit: 's', max: 10, displayName: 'Failures', custom: { b: 2 } },
    });
    const defaults = {
      unit: 'reqps',
      displayName: 'All',
      min: 1,
      custom: { a: 1, b: 1 },
    };
    expect(resolve({ defaults }, field)).toMatchObject({
      unit: 's',
      min: 1,
      max: 10,
      displayName: 'Failures',
      custom: { a: 1, b: 2 },
    });
    const overrides = [override(['byName', 'failed'], ['unit', 'ms'])];
    expect(resolve({ defaults, overrides }, field).unit).toBe('ms');
  });

  it('puts the first step of the panel below the thresholds of the source', () => {
    const field = aField('failed', [1], {
      config: {
        thresholds: { mode: 'absolute', steps: [{ value: 5, color: 'red' }] },
      },
    });
    const thresholds = {
      mode: 'absolute',
      steps: [
        { value: null, color: 'blue' },
        { value: 9, color: 'pink' },
      ],
    };
    expect(
      resolve({ defaults: { thresholds } }, field).thresholds?.steps,
    ).toEqual([
      { value: -Infinity, color: 'blue' },
      { value: 5, color: 'red' },
    ]);
  });

  it('turns limits that are the wrong way round', () => {
    expect(resolve({ defaults: { min: 5, max: 1 } })).toMatchObject({
      min: 1,
      max: 5,
    });
  });

  it('applies overrides in order, and finds names that earlier ones gave', () => {
    const config = resolve({
      overrides: [
        override(
          ['byName', 'failed'],
          ['displayName', 'Errors'],
          ['unit', 's'],
        ),
        override(['byName', 'Errors'], ['unit', 'ms'], ['custom.width', 90]),
        override(['byName', 'other'], ['unit', 'h']),
      ],
    });
    expect(config).toMatchObject({
      displayName: 'Errors',
      unit: 'ms',
      custom: { width: 90 },
    });
  });

  it('sets what lies deep, and takes away what is null', () => {
    const config = resolve({
      defaults: {
        unit: 's',
        custom: { stacking: { mode: 'normal', group: 'A' } },
      },
      overrides: [
        override(
          ['byType', 'number'],
          ['custom.stacking.group', 'B'],
          ['custom.lineWidth', 2],
          ['custom.lineWidth', null],
          ['unit', null],
        ),
      ],
    });
    expect(config.custom).toEqual({ stacking: { mode: 'normal', group: 'B' } });
    expect(config.unit).toBeUndefined();
  });

  it('joins mappings of several overrides, the last ones first', () => {
    const mapping = (text: string) => [
      { type: 'value', options: { 1: { text } } },
    ];
    const texts = resolve({
      defaults: { mappings: mapping('a') },
      overrides: [
        override(['byType', 'number'], ['mappings', mapping('b')]),
        override(['byType', 'number'], ['mappings', mapping('c')]),
      ],
    }).mappings.map(one => one.type === 'value' && one.options[1].text);
    expect(texts).toEqual(['c', 'b', 'a']);
  });

  it('reads links, and leaves out those without an address', () => {
    const { links } = resolve({
      overrides: [
        override(
          ['byType', 'number'],
          ['links', [{ title: 'Logs', url: '/logs', targetBlank: true }, {}]],
        ),
      ],
    });
    expect(links).toEqual([{ title: 'Logs', url: '/logs', targetBlank: true }]);
  });

  it('is not tricked by the names of properties', () => {
    const config = resolve({
      overrides: [
        override(['byType', 'number'], ['custom.__proto__.polluted', true]),
      ],
    });
    expect(config.custom.polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
