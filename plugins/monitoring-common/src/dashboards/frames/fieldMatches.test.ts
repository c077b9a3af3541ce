import { JsonValue } from '@backstage/types';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { fieldMatches } from './fieldMatches';

const time = aField('Time', [1, 2, 3]);
const value = aField('up', [0, 1, 5], {
  labels: { __name__: 'up', job: 'api', pod: 'a' },
  config: { displayNameFromSource: 'api a' },
});
const empty = aField('none', [null, null, null], { type: 'number' });
const text = aField('pod', ['a', 'b', 'c']);
const frame = aFrame('A', time, value, empty, text);
const other = aFrame('B', aField('Time', [1]), aField('Value', [1]));

describe('fieldMatches', () => {
  it.each<[string, JsonValue | undefined, string[]]>([
    ['byName', 'up', ['up']],
    ['byName', 'api a', ['up']],
    ['byName', 'Value', ['up']],
    ['byName', 'time', ['Time']],
    ['byName', 'api', []],
    ['byNames', { names: ['up', 'pod'] }, ['up', 'pod']],
    [
      'byNames',
      {
        mode: 'exclude',
        names: ['up', 'pod'],
        prefix: 'All except:',
        readOnly: true,
      },
      ['Time', 'none'],
    ],
    ['byRegexp', '/^api/', ['up']],
    ['byRegexp', '/API/i', ['up']],
    ['byRegexp', 'p.d', ['pod']],
    ['byRegexp', 'po', []],
    ['byRegexp', '/(/', []],
    ['byRegexp', '/(a+)+$/', []],
    ['byRegexpOrNames', { pattern: '/^po/', names: ['Time'] }, ['Time', 'pod']],
    ['byRegexpOrNames', { names: ['up'] }, ['up']],
    ['byType', 'number', ['up', 'none']],
    ['byTypes', ['string', 'time'], ['Time', 'pod']],
    ['numeric', undefined, ['up', 'none']],
    ['time', undefined, ['Time']],
    ['first', undefined, ['Time']],
    ['firstTimeField', undefined, ['Time']],
    ['byFrameRefID', 'A', ['Time', 'up', 'none', 'pod']],
    ['byFrameRefID', 'B', []],
    ['byValue', { reducer: 'max', op: 'gte', value: 5 }, ['up']],
    ['byValue', { reducer: 'max', op: 'gt', value: 5 }, []],
    ['byValue', { reducer: 'max', op: 'lt', value: 9 }, ['Time', 'up']],
    ['byValue', { reducer: 'lastNotNull', value: 'c' }, ['pod']],
    ['byValue', { reducer: 'count', op: 'neq', value: 3 }, ['none']],
    ['byValue', { reducer: 'allIsNull' }, ['none', 'pod']],
    ['byValue', {}, []],
    [
      'anyMatch',
      [{ id: 'time' }, { id: 'byName', options: 'pod' }],
      ['Time', 'pod'],
    ],
    ['allMatch', [{ id: 'numeric' }, { id: 'byName', options: 'up' }], ['up']],
    ['invertMatch', { id: 'numeric' }, ['Time', 'pod']],
    ['alwaysMatch', undefined, ['Time', 'up', 'none', 'pod']],
    ['neverMatch', undefined, []],
    ['byName', { a: 1 }, []],
    ['__proto__', undefined, []],
  ])('%s of %j means %j', (id, options, expected) => {
    expect(
      frame.fields
        .filter(field =>
          fieldMatches({ id, options }, field, frame, [frame, other]),
        )
        .map(({ name }) => name),
    ).toEqual(expected);
  });

  it('ends with matchers that lie in each other without end', () => {
    const options: JsonValue = [];
    options.push({ id: 'anyMatch', options });
    expect(
      fieldMatches({ id: 'anyMatch', options }, text, frame, [frame]),
    ).toBe(false);
  });
});
