import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import { VariableValues } from '../dashboards/entityVariables';
import { chooseVariables } from './chooseVariables';

function variable(
  name: string,
  rest: Partial<DashboardVariable> = {},
): DashboardVariable {
  return {
    name,
    type: 'query',
    query: '',
    current: '',
    options: [],
    multi: false,
    includeAll: false,
    hide: 'none',
    sort: 'none',
    refresh: 'load',
    allowCustomValue: true,
    ...rest,
  };
}

const service = variable('service');

describe('chooseVariables', () => {
  it('lets the caller choose, and marks what the dashboard does not list', () => {
    expect(
      chooseVariables([service], {
        requested: { service: 'a', other: 'b' },
        ofEntity: {},
      }),
    ).toEqual({ values: { service: 'a' }, free: ['service'], filters: [] });
  });

  it.each([
    ['another service', 'gateway', 'ingestor', 'ingestor'],
    ['the same service', 'ingestor', 'ingestor', 'ingestor'],
    ['all', '$__all', 'ingestor', 'ingestor'],
    ['a part', ['prod'], ['prod', 'stage'], ['prod']],
    ['one of several', 'prod', ['prod', 'stage'], 'prod'],
    ['more', ['prod', 'test'], ['prod', 'stage'], ['prod']],
    ['nothing', [], ['prod', 'stage'], ['prod', 'stage']],
  ])(
    'gives the entity the last word when the caller wants %s',
    (_, requested, ofEntity, expected) => {
      const { values } = chooseVariables([service], {
        requested: { service: requested },
        ofEntity: { service: ofEntity },
      });
      expect(values).toEqual({ service: expected });
    },
  );

  it('trusts what stands on the dashboard', () => {
    expect(
      chooseVariables(
        [
          variable('agg', {
            type: 'custom',
            options: [{ text: 'Sum', value: 'sum by (a)' }],
          }),
          variable('job', { current: ['a b', 'c'], includeAll: true }),
        ],
        {
          requested: { agg: 'sum by (a)', job: ['a b', '$__all'] },
          ofEntity: {},
        },
      ).free,
    ).toEqual([]);
  });

  it.each(['custom', 'interval'])(
    'refuses a value that a %s variable does not list',
    type => {
      expect(() =>
        chooseVariables(
          [variable('x', { type, options: [{ text: '1m', value: '1m' }] })],
          { requested: { x: 'secret' }, ofEntity: {} },
        ),
      ).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: 'variables.x has a value that the dashboard does not list',
        }),
      );
    },
  );

  it.each(['constant', 'datasource', 'groupby'])(
    'leaves %s variables as the author wrote them',
    type => {
      expect(
        chooseVariables([variable('x', { type })], {
          requested: { x: 'other' },
          ofEntity: {},
        }),
      ).toEqual({ values: {}, free: [], filters: [] });
    },
  );

  describe('of ad hoc variables', () => {
    const filters = variable('Filters', {
      type: 'adhoc',
      filters: [{ key: 'env', operator: '=', value: 'prod' }],
    });
    const choose = (requested: VariableValues) =>
      chooseVariables([filters], { requested, ofEntity: {} });

    it('takes the filters of the caller, else those of the dashboard', () => {
      expect(choose({}).filters).toEqual(filters.filters);
      expect(choose({ Filters: '' }).filters).toEqual([]);
      expect(choose({ Filters: ['job|=|a', 'x|!~|b__gfp__c'] })).toEqual({
        values: { Filters: ['job|=|a', 'x|!~|b__gfp__c'] },
        free: [],
        filters: [
          { key: 'job', operator: '=', value: 'a' },
          { key: 'x', operator: '!~', value: 'b|c' },
        ],
      });
    });

    it.each(['job', 'a b|=|c', 'job|or|c', '}) or secret{|=|x'])(
      'refuses %s',
      text => {
        expect(() => choose({ Filters: [text] })).toThrow(
          expect.objectContaining({
            name: 'InputError',
            message: expect.stringContaining('which is no filter'),
          }),
        );
      },
    );

    it('refuses more than can be meant', () => {
      expect(() =>
        choose({ Filters: Array.from({ length: 51 }, () => 'job|=|a') }),
      ).toThrow('more than 50 filters');
    });
  });

  it('takes "auto" of an interval that has it', () => {
    const interval = variable('i', {
      type: 'interval',
      auto: { count: 30, min: '10s' },
    });
    const requested = { i: '$__auto_interval_i' };
    expect(
      chooseVariables([interval], { requested, ofEntity: {} }).free,
    ).toEqual([]);
    expect(() =>
      chooseVariables([{ ...interval, auto: undefined }], {
        requested,
        ofEntity: {},
      }),
    ).toThrow('does not list');
  });

  it('knows nothing by the names of built-in properties', () => {
    expect(
      chooseVariables([variable('constructor'), variable('__proto__')], {
        requested: {},
        ofEntity: {},
      }).free,
    ).toEqual([]);
  });
});
