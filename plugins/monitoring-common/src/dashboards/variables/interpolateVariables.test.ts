import escaping from '../__fixtures__/prometheusEscaping.json';
import formats from '../__fixtures__/variableFormats.json';
import { parseVariable } from '../model/parseVariable';
import { DashboardVariable } from '../types';
import { formatForPrometheus } from './escapePrometheus';
import { formatVariable } from './formatVariable';
import { interpolateVariables } from './interpolateVariables';
import { resolveVariables } from './resolveVariables';

function aVariable(changes: Partial<DashboardVariable> = {}) {
  return {
    ...parseVariable({
      name: 'job',
      type: 'query',
      query: 'label_values(job)',
    })!,
    ...changes,
  };
}

describe('formatVariable', () => {
  it.each(Object.entries(formats.results))(
    'writes the format %s as Grafana does',
    (format, results) => {
      const inputs: Record<string, unknown> = formats.inputs;
      const own = Object.keys(results).map(name => {
        const input = inputs[name];
        const value = Array.isArray(input) ? input : String(input);
        return [name, formatVariable(value, format, 'var')];
      });
      expect(own).toEqual(Object.entries(results));
    },
  );

  it.each([
    ['date:iso', '2023-11-14T22:13:20.000Z'],
    ['date:seconds', '1700000000'],
    ['date:YYYY-MM', '2023-11'],
    ['date', '2023-11-14T22:13:20.000Z'],
  ])('writes a moment as %s', (format, text) => {
    expect(formatVariable('1700000000000', format, 'from')).toBe(text);
  });

  it('joins with the separator asked for', () => {
    expect(formatVariable(['a', 'b'], 'join:;', 'x')).toBe('a;b');
  });
});

describe('formatForPrometheus', () => {
  it.each(escaping.single_noMulti)(
    'escapes the only value %s',
    (value, text) => {
      expect(formatForPrometheus(value, false)).toBe(text);
    },
  );

  it.each(escaping.single_multiVar)(
    'escapes %s of a variable with several values',
    (value, text) => {
      expect(formatForPrometheus(value, true)).toBe(text);
    },
  );

  it.each(escaping.list as [string[], string][])(
    'joins the values %s',
    (values, text) => {
      expect(formatForPrometheus(values, true)).toBe(text);
    },
  );
});

describe('interpolateVariables', () => {
  const variables = { job: 'ingestor', instance: ['a:9090', 'b:9090'] };

  it.each([
    ['up{job="$job"}', 'up{job="ingestor"}'],
    ['up{job="${job}"}', 'up{job="ingestor"}'],
    ['up{job="[[job]]"}', 'up{job="ingestor"}'],
    ['up{job="[[job:raw]]"}', 'up{job="ingestor"}'],
    ['up{instance=~"$instance"}', 'up{instance=~"(a:9090|b:9090)"}'],
    ['${instance:csv}', 'a:9090,b:9090'],
    ['${instance:pipe}', 'a:9090|b:9090'],
    ['${instance:regex}', '(a:9090|b:9090)'],
    ['$unknown ${unknown} [[unknown]]', '$unknown ${unknown} [[unknown]]'],
    ['$jobs', '$jobs'],
    ['rate(x[$__rate_interval])', 'rate(x[1m0s])'],
    ['rate(x[${__rate_interval}])', 'rate(x[1m0s])'],
    ['$__interval_ms $__interval', '15000 15s'],
  ])('turns %s into %s', (text, result) => {
    const builtIns = {
      __interval: '15s',
      __interval_ms: '15000',
      __rate_interval: '1m0s',
    };
    expect(interpolateVariables(text, { variables, builtIns })).toBe(result);
  });

  it('has no way to names of the language itself', () => {
    expect(interpolateVariables('$constructor', { variables })).toBe(
      '$constructor',
    );
  });

  it('takes the author’s expression for all values, as it is', () => {
    const definitions = [
      aVariable({ includeAll: true, allValue: '$job-.+' }),
      aVariable({ name: 'instance', includeAll: true, allValue: '.+' }),
    ];
    expect(
      interpolateVariables('{instance=~"$instance"}', {
        variables: { instance: '$__all' },
        definitions,
      }),
    ).toBe('{instance=~".+"}');
  });

  it('takes all options for all values, and everything when they are not known', () => {
    const variable = { variables: { job: ['$__all'] } };
    const options = ['a', 'b.c'].map(value => ({ text: value, value }));
    expect(
      interpolateVariables('$job', {
        ...variable,
        definitions: [aVariable({ includeAll: true, options })],
      }),
    ).toBe('(a|b\\\\.c)');
    expect(
      interpolateVariables('$job', {
        ...variable,
        definitions: [aVariable({ includeAll: true })],
      }),
    ).toBe('.*');
  });

  it('writes titles for people', () => {
    expect(
      interpolateVariables('$job on $instance, $all', {
        variables: { ...variables, all: '$__all' },
        defaultFormat: 'text',
      }),
    ).toBe('ingestor on a:9090 + b:9090, All');
  });
});

describe('resolveVariables', () => {
  it('prefers what is given, then what was saved, then the first option', () => {
    const definitions = [
      aVariable({ name: 'given', current: 'saved' }),
      aVariable({ name: 'saved', current: ['a', 'b'] }),
      aVariable({ name: 'first', options: [{ text: 'A', value: 'a' }] }),
      aVariable({ name: 'all', includeAll: true }),
      aVariable({ name: 'constant', type: 'constant', query: '42' }),
      aVariable({
        name: 'interval',
        type: 'interval',
        current: '$__auto_interval',
      }),
      aVariable({ name: 'unknown' }),
    ];
    expect(resolveVariables(definitions, { given: 'mine' }, '30s')).toEqual({
      given: 'mine',
      saved: ['a', 'b'],
      first: 'a',
      all: '$__all',
      constant: '42',
      interval: '30s',
    });
  });
});
