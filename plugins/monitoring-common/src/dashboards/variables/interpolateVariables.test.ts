import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import fc from 'fast-check';
import escaping from '../__fixtures__/prometheusEscaping.json';
import formats from '../__fixtures__/variableFormats.json';
import { parseVariable } from '../model/parseVariable';
import { DashboardVariable } from '../types';
import { builtInVariables, pageVariables } from './builtInVariables';
import { formatForPrometheus } from './escapePrometheus';
import { formatVariable } from './formatVariable';
import { interpolateVariables } from './interpolateVariables';
import { autoInterval } from './intervalVariable';
import { resolveVariable, resolveVariables } from './resolveVariables';

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
    ['date:ms', '1700000000000'],
    [
      'date:dddd, MMMM Do YYYY [at] HH:mm:ss.SSS Z',
      'Tuesday, November 14th 2023 at 22:13:20.000 +00:00',
    ],
    ['date:GGGG Q DDD W w X x', 'GGGG 4 318 46 46 1700000000 1700000000000'],
    ['customqueryparam:p:x-', 'p=x-1700000000000'],
  ])('writes a moment as %s', (format, text) => {
    expect(formatVariable('1700000000000', format, 'from')).toBe(text);
  });

  it('joins with the separator asked for', () => {
    expect(formatVariable(['a', 'b'], 'join:;', 'x')).toBe('a;b');
    expect(formatVariable(['a', 'b'], 'join: and ', 'x')).toBe('a and b');
    expect(formatVariable(['a', 'b'], 'customqueryparam:p:x-', 'x')).toBe(
      'p=x-a&p=x-b',
    );
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

describe('parts and texts of variables', () => {
  const definitions = [
    parseVariable({
      name: 'zone',
      type: 'custom',
      multi: true,
      includeAll: true,
      query:
        '[{"text":"West","value":"w.1","owner":"ops"},{"text":"East","value":"e","owner":"dev"}]',
    })!,
    aVariable({
      name: 'pod',
      options: [{ text: 'Pod A', value: 'a' }],
      current: 'gone',
      currentText: 'Gone pod',
    }),
  ];

  it.each([
    ['${zone.owner}', ['w.1', 'e'], '(ops|dev)'],
    ['${zone.owner:csv}', 'w.1', 'ops'],
    ['${zone["owner"]:raw}', 'e', 'dev'],
    ['${zone.text:raw}', 'e', 'East'],
    ['${zone.value:raw}', 'e', 'e'],
    ['${zone.1:raw}', ['w.1', 'e'], 'e'],
    ['${zone.9:pipe}', ['w.1', 'e'], 'w.1|e'],
    ['${zone.constructor:raw}', 'e', 'e'],
    ['${zone:text}', ['w.1', 'e'], 'West + East'],
    ['${zone:text}', '$__all', 'All'],
    ['${zone:text}', 'other', 'other'],
    ['${zone:queryparam}', ['w.1', 'e'], 'var-zone=w.1&var-zone=e'],
    ['${zone:queryparam}', '$__all', 'var-zone=%24__all'],
    ['${zone:csv}', '$__all', 'w.1,e'],
    ['$zone', ['$__all'], '(w\\\\.1|e)'],
    ['${zone:nonsense}', ['w.1', 'e'], '{w.1,e}'],
    ['${zone[owner]}', 'e', '${zone[owner]}'],
  ])('turns %s of %j into %s', (text, zone, result) => {
    expect(
      interpolateVariables(text, { variables: { zone }, definitions }),
    ).toBe(result);
  });

  it('reads what a dashboard was saved with for what is no option', () => {
    const text = (pod: string) =>
      interpolateVariables('${pod:text}', { variables: { pod }, definitions });
    expect(text('a')).toBe('Pod A');
    expect(text('gone')).toBe('Gone pod');
  });

  it('takes what a repeat sets, with its text', () => {
    const options = {
      variables: { zone: '$__all' },
      scoped: { zone: { text: 'West', value: 'w.1' } },
      definitions,
    };
    expect(interpolateVariables('$zone ${zone:text}', options)).toBe(
      'w\\\\.1 West',
    );
    expect(
      interpolateVariables('$zone', { ...options, defaultFormat: 'text' }),
    ).toBe('West');
  });

  it('writes an expression for all by its own variables, and ends in a circle', () => {
    const all = (name: string, allValue: string) =>
      aVariable({ name, includeAll: true, allValue });
    const fill = (text: string) =>
      interpolateVariables(text, {
        variables: { a: '$__all', b: '$__all', list: ['x', 'y'] },
        definitions: [all('a', '$b'), all('b', '${a}-$list|.*')],
      });
    expect(fill('$a')).toBe('${a}-{x,y}|.*');
    expect(fill('${a:percentencode}')).toBe('%24b');
    expect(fill('${a:text}')).toBe('All');
  });

  it('writes filters as matchers', () => {
    expect(
      interpolateVariables('up{$filters}', {
        variables: { filters: ['job|=|a', 'x|!~|b"c'] },
        definitions: [aVariable({ name: 'filters', type: 'adhoc' })],
      }),
    ).toBe('up{job="a", x!~"b\\"c"}');
  });
});

describe('built-in variables', () => {
  const fill = (text: string) =>
    interpolateVariables(text, {
      variables: {},
      builtIns: {
        ...builtInVariables({
          from: 1_700_000_000_000,
          to: 1_700_003_600_400,
          stepSeconds: 15,
          rateIntervalSeconds: 60,
        }),
        ...pageVariables({
          dashboard: { title: 'Nodes', uid: 'n1' },
          user: { id: '3', login: 'ada', email: 'ada@example.com' },
          org: { id: '1', name: 'Main' },
          timeZone: 'Europe/Berlin',
        }),
      },
    });

  it.each([
    ['$__from ${__to}', '1700000000000 1700003600400'],
    ['${__from:date}', '2023-11-14T22:13:20.000Z'],
    ['${__from:date:iso}', '2023-11-14T22:13:20.000Z'],
    ['${__from:date:seconds}', '1700000000'],
    ['${__from:date:YYYY-MM-DD HH:mm:ss}', '2023-11-14 22:13:20'],
    ['${__from:date:ddd D MMM YY, h:mm A}', 'Tue 14 Nov 23, 10:13 PM'],
    ['$__range $__range_s $__range_ms', '3600s 3600 3600400'],
    ['$__interval [[__interval_ms]] $__rate_interval', '15s 15000 1m0s'],
    ['$__dashboard ${__dashboard.uid} ${__dashboard.title}', 'Nodes n1 Nodes'],
    ['${__user.login} ${__user.email} $__user', 'ada ada@example.com 3'],
    ['${__org.name} ${__org}', 'Main 1'],
    ['$__timezone', 'Europe/Berlin'],
    ['${__user.login:singlequote}', "'ada'"],
    ['${__user.password} $__unknown', '${__user.password} $__unknown'],
    [
      '${__user.constructor} ${__user.__proto__}',
      '${__user.constructor} ${__user.__proto__}',
    ],
  ])('turn %s into %s', (text, result) => {
    expect(fill(text)).toBe(result);
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
      aVariable({ name: 'text', type: 'textbox', query: 'default' }),
      aVariable({
        name: 'interval',
        type: 'interval',
        current: '$__auto_interval_interval',
        auto: { count: 10, min: '5s' },
      }),
      aVariable({
        name: 'filters',
        type: 'adhoc',
        filters: [{ key: 'job', operator: '=', value: 'a|b' }],
      }),
      aVariable({ name: 'unknown' }),
    ];
    expect(
      resolveVariables(
        definitions,
        { given: 'mine' },
        { from: 0, to: 3_600_000 },
      ),
    ).toEqual({
      given: 'mine',
      saved: ['a', 'b'],
      first: 'a',
      all: '$__all',
      constant: '42',
      text: 'default',
      interval: '5m',
      filters: ['job|=|a__gfp__b'],
    });
  });

  const custom = (rest: object) =>
    parseVariable({
      name: 'x',
      type: 'custom',
      query: 'A : a,B : b',
      ...rest,
    })!;

  it.each<[string, object, string | string[] | undefined, unknown]>([
    ['what was saved', { current: { value: 'b' } }, undefined, 'b'],
    ['its text', { current: { text: 'B', value: 'old' } }, undefined, 'b'],
    ['the first', { current: { value: 'gone' } }, undefined, 'a'],
    [
      'the first of several',
      { current: { value: ['gone'] }, multi: true },
      undefined,
      ['a'],
    ],
    [
      'those that are left',
      { current: { value: ['gone', 'b'] }, multi: true },
      undefined,
      ['b'],
    ],
    [
      'all',
      { current: { value: '$__all' }, includeAll: true },
      undefined,
      '$__all',
    ],
    [
      'no all where there is none',
      { current: { value: '$__all' } },
      '$__all',
      'a',
    ],
    [
      'what stands for all',
      { includeAll: true, allValue: '.+' },
      '.+',
      '$__all',
    ],
    ['a text as its value', {}, 'B', 'b'],
    ['what is no option but given', {}, 'c', 'c'],
    ['something for nothing', { multi: true }, [], ['a']],
  ])('takes %s', (_, rest, given, value) => {
    expect(resolveVariable(custom(rest), given)).toEqual(value);
  });

  it('has nothing where nothing was found', () => {
    const variable = aVariable({ current: 'old' });
    expect(resolveVariable(variable, undefined, [])).toBe('');
    expect(
      resolveVariable({ ...variable, multi: true }, undefined, []),
    ).toEqual([]);
    expect(
      resolveVariable({ ...variable, includeAll: true }, undefined, []),
    ).toBe('$__all');
  });
});

describe('autoInterval', () => {
  it.each([
    [undefined, 3_600_000, '2m'],
    [{ count: 30, min: '10s' }, 60_000, '10s'],
    [{ count: 100, min: '1m' }, 86_400_000, '15m'],
    [{ count: 0, min: 'nonsense' }, 3_600_000, '2m'],
  ])('takes %j over %s ms as %s', (auto, length, interval) => {
    expect(autoInterval({ auto }, { from: 0, to: length })).toBe(interval);
  });
});

describe('interpolation', () => {
  it('never throws and leaves what has no variables as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, value) => {
        const result = interpolateVariables(text, {
          variables: { a: value },
          builtIns: { b: value },
        });
        expect(result === text || /[$[]/.test(text)).toBe(true);
      }),
    );
  });

  it.each(['${a:', '${a.', '${a["', '[[a:', '${', '$a'])(
    'ends soon with a text of many %s',
    start => {
      const seconds = cpuStopwatch();
      interpolateVariables(start.repeat(60_000), { variables: { a: 'x' } });
      expect(seconds()).toBeLessThan(3);
    },
  );

  it('writes every value in every format without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
        fc.constantFrom(
          ...Object.keys(formats.results),
          'date:YYYY',
          'nonsense',
        ),
        (value, format) => {
          expect(typeof formatVariable(value, format, 'x')).toBe('string');
        },
      ),
    );
  });
});
