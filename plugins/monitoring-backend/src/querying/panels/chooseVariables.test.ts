import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
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
    ).toEqual({ values: { service: 'a' }, free: ['service'] });
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

  it.each(['constant', 'datasource', 'adhoc'])(
    'leaves %s variables as the author wrote them',
    type => {
      expect(
        chooseVariables([variable('x', { type })], {
          requested: { x: 'other' },
          ofEntity: {},
        }),
      ).toEqual({ values: {}, free: [] });
    },
  );

  it('knows nothing by the names of built-in properties', () => {
    expect(
      chooseVariables([variable('constructor'), variable('__proto__')], {
        requested: {},
        ofEntity: {},
      }).free,
    ).toEqual([]);
  });
});
