import { enforceMatchers } from '@sightline/backstage-plugin-monitoring-common';
import { fillExpression } from './fillExpression';

function fill(expression: string, value: string | string[], multi = false) {
  return fillExpression(expression, {
    definitions: [
      {
        name: 'service',
        type: 'query',
        query: '',
        current: '',
        options: [],
        multi,
        includeAll: false,
        hide: 'none',
        sort: 'none',
        refresh: 'load',
        allowCustomValue: true,
      },
    ],
    values: { service: value },
    free: ['service'],
    builtIns: { __interval: '1m' },
  });
}

describe('fillExpression', () => {
  it.each<[string, string, string | string[], boolean, string]>([
    ['a word', 'up{s="$service"}', 'ingestor', false, 'up{s="ingestor"}'],
    [
      'a word unquoted',
      'rate($service[5m])',
      'x:y_z',
      false,
      'rate(x:y_z[5m])',
    ],
    ['a text', 'up{s="$service"}', 'a b-c/d', false, 'up{s="a b-c/d"}'],
    ['several', 'up{s=~"$service"}', ['a', 'b'], true, 'up{s=~"(a|b)"}'],
    [
      'a regex character',
      'up{s=~"$service"}',
      ['a.b'],
      true,
      'up{s=~"a\\\\.b"}',
    ],
    ['a backslash', 'up{s="$service"}', 'a\\', false, 'up{s="a\\\\"}'],
    [
      'a built-in',
      'rate(up{s="$service"}[$__interval])',
      'a',
      false,
      'rate(up{s="a"}[1m])',
    ],
  ])('fills in %s', (_, expression, value, multi, expected) => {
    expect(fill(expression, value, multi)).toBe(expected);
  });

  it.each([
    ['closes the quotes', 'sum(up{s="$service"})', '"}) or secret{'],
    ['closes the quotes and goes on', 'up{s="$service"}', '"} or secret{x="'],
    ['asks to be taken raw', 'up{s="${service:raw}"}', '"} or secret{x="'],
    ['adds a matcher', 'up{s="$service"}', 'a",t!="'],
    ['hides the rest in a comment', 'up{s="$service"}', 'a"} # '],
    ['is a query itself', 'rate($service[5m])', 'up or secret'],
    ['is an operator', 'up $service vector(1)', '/'],
    ['is a selector', '$service', '{__name__=~".+"}'],
    ['closes a list', 'up{s=~"$service"}', '(a|b)"} or secret{x=~"'],
    ['breaks the line', 'up{s="$service"}', 'a\n"} or secret{x="'],
  ])('refuses a value that %s', (_, expression, value) => {
    expect(() => fill(expression, value)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message:
          'a value of $service would change the query instead of filling it in',
      }),
    );
  });

  it.each([
    ['closes the quotes', '"} or secret{x="'],
    ['is a regular expression', '.*'],
    ['breaks the line', 'a\n# '],
  ])('lets a filter that %s be nothing but a matcher', (_, value) => {
    const filled = fillExpression('sum(up{s="a"}) / on () b', {
      definitions: [],
      values: {},
      free: [],
      builtIns: {},
      filters: [{ key: 'job', operator: '=', value }],
    });
    const text = JSON.stringify(value);
    expect(filled).toBe(`sum(up{s="a", job=${text}}) / on () b{job=${text}}`);
    expect(
      enforceMatchers(filled, [
        { label: 'namespace', operator: '=', value: 'media' },
      ]),
    ).toContain('{namespace="media", job=');
  });

  it('does not let a filter widen the scope', () => {
    const filled = fillExpression('up{namespace="media"}', {
      definitions: [],
      values: {},
      free: [],
      builtIns: {},
      filters: [{ key: 'namespace', operator: '!=', value: 'media' }],
    });
    expect(
      enforceMatchers(filled, [
        { label: 'namespace', operator: '=', value: 'media' },
      ]),
    ).toBe('up{namespace="media", namespace!="media"}');
  });

  it.each(['${service.0}', '${service["x"]:raw}', '${service.text:raw}'])(
    'does not let parts of a value be more, as in %s',
    reference => {
      expect(() => fill(`up{s="${reference}"}`, ['"} or secret{x="'])).toThrow(
        /would change the query/,
      );
    },
  );

  it('could be fooled by nothing that the scope would let through', () => {
    // The author of a dashboard may well write such a query: the scope holds all the same.
    expect(
      enforceMatchers('sum(up{s=""}) or secret{x=""}', [
        { label: 'namespace', operator: '=', value: 'media' },
      ]),
    ).toBe(
      'sum(up{namespace="media", s=""}) or secret{namespace="media", x=""}',
    );
  });
});
