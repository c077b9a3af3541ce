import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { choiceKey, isRead, settleVariables } from './settleVariables';
import {
  choiceOf,
  givenValues,
  isUnlisted,
  listedOf,
  variableChange,
} from './variableValues';

const { variables } = parseDashboard({
  templating: {
    list: [
      {
        name: 'job',
        type: 'query',
        query: 'label_values(up, job)',
        current: { value: 'other' },
      },
      {
        name: 'pod',
        type: 'query',
        query: 'label_values(up{job="$job"}, pod)',
        multi: true,
        includeAll: true,
        refresh: 2,
      },
      {
        name: 'quantile',
        type: 'custom',
        query: 'p50 : 0.5,p99 : 0.99',
        current: { value: '0.5' },
      },
      { name: 'secret', type: 'constant', query: '1', hide: 2 },
      { name: 'source', type: 'datasource', current: { value: 'prom' } },
      { name: 'local', type: 'textbox', query: 'a', skipUrlSync: true },
      {
        name: 'Filters',
        type: 'adhoc',
        filters: [{ key: 'env', operator: '=', value: 'prod' }],
      },
    ],
  },
});
const [job, pod] = variables;

describe('givenValues', () => {
  it.each([
    ['var-job=x&var-unknown=1', { job: 'x' }],
    ['var-job=x&var-job=y', { job: 'y' }],
    ['var-pod=a&var-pod=b', { pod: ['a', 'b'] }],
    ['var-pod=All', { pod: ['$__all'] }],
    ['var-pod=$__all', { pod: ['$__all'] }],
    // A value of a variable that has no "all" may be called so.
    ['var-job=All', { job: 'All' }],
    ['var-secret=2&var-source=other&var-local=b', {}],
    ['var-Filters=', { Filters: [] }],
    [
      'var-Filters=job%7C%3D%7Ca&var-Filters=x%7C!%3D%7Cb',
      { Filters: ['job|=|a', 'x|!=|b'] },
    ],
  ])('reads %s', (address, given) => {
    expect(givenValues(variables, new URLSearchParams(address))).toEqual(given);
  });
});

describe('variableChange', () => {
  it('writes what Grafana reads', () => {
    expect(variableChange('a', ['x', 'y'])).toEqual({ 'var-a': ['x', 'y'] });
    expect(variableChange('a', [])).toEqual({ 'var-a': [''] });
    expect(variableChange('a', undefined)).toEqual({ 'var-a': undefined });
  });
});

describe('settleVariables', () => {
  it('prefers what is given, then what was read, then what was saved', () => {
    expect(settleVariables(variables, {}, {})).toEqual({
      job: 'other',
      pod: '$__all',
      quantile: '0.5',
      secret: '1',
      source: 'prom',
      local: 'a',
      Filters: ['env|=|prod'],
    });
    const known = {
      job: {
        key: '',
        options: [{ text: 'A', value: 'a' }],
        value: 'a',
      },
    };
    expect(settleVariables(variables, {}, known).job).toBe('a');
    expect(settleVariables(variables, { job: 'mine' }, known).job).toBe('mine');
    // A link may have the text of a choice.
    expect(settleVariables(variables, { job: 'A' }, known).job).toBe('a');
  });
});

describe('choiceKey', () => {
  const key = (
    changes: { job?: string; quantile?: string; from?: string },
    of = pod,
  ) =>
    choiceKey(of, {
      definitions: variables,
      values: { job: 'a', quantile: '0.5', ...changes },
      time: [changes.from ?? 'now-1h', 'now'],
    });

  it('changes with what the choices depend on, and with nothing else', () => {
    expect(key({ job: 'b' })).not.toBe(key({}));
    expect(key({ quantile: '0.9' })).toBe(key({}));
    expect(key({ from: 'now-2h' })).not.toBe(key({}));
    expect(key({ from: 'now-2h' }, job)).toBe(key({}, job));
    expect(key({ job: 'b' }, job)).toBe(key({}, job));
  });
});

describe('isRead', () => {
  it('asks for what is not on the dashboard and not set by the entity', () => {
    const names = (preset: Record<string, string>) =>
      variables.filter(one => isRead(one, preset)).map(({ name }) => name);
    expect(names({})).toEqual(['job', 'pod']);
    expect(names({ job: 'a' })).toEqual(['pod']);
  });
});

describe('choices among several', () => {
  it.each([
    [['a'], ['a', '$__all'], ['$__all']],
    [['$__all'], ['$__all', 'a'], ['a']],
    [['a'], [], ['$__all']],
    [['a'], ['a', 'b'], ['a', 'b']],
  ])('makes of %j and %j: %j', (before, next, choice) => {
    expect(choiceOf({ includeAll: true }, before, next)).toEqual(choice);
  });

  it('keeps the last one where there is no "all"', () => {
    expect(choiceOf({ includeAll: false }, ['a'], [])).toEqual(['a']);
  });

  it('knows what is none any more', () => {
    const options = [{ text: 'a', value: 'a' }];
    expect(isUnlisted(['a', 'b'], options)).toBe(true);
    expect(listedOf(['a', 'b'], options)).toEqual(['a']);
    expect(isUnlisted('$__all', options)).toBe(false);
    expect(isUnlisted(undefined, options)).toBe(false);
    expect(isUnlisted('b', [])).toBe(false);
  });
});
