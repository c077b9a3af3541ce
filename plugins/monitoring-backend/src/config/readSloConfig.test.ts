import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from './readMonitoringConfig';

function read(slo: object) {
  return readMonitoringConfig(new ConfigReader({ monitoring: { slo } } as any))
    .slo;
}

const fast = {
  tier: 'fast',
  severity: 'page',
  long: '1h',
  short: '5m',
  budget: '2%',
};
const slow = {
  tier: 'slow',
  severity: 'ticket',
  long: { days: 1 },
  short: { hours: 2 },
  budget: '12.5%',
};

function withPair(pair: object) {
  return { burnRates: [{ name: 'calm', pairs: [{ ...fast, ...pair }] }] };
}

describe('readSloConfig', () => {
  it('counts thirty days and takes the built-in pairs by default', () => {
    const defaults = {
      defaultWindow: { type: 'rolling', duration: 2_592_000 },
      timeZone: 'UTC',
    };
    expect(read({})).toEqual(defaults);
    expect(read({ pageAfter: 'google' })).toEqual(defaults);
  });

  it('counts calendar windows in the configured zone', () => {
    expect(read({ defaultWindow: 'month', timeZone: 'Europe/Berlin' })).toEqual(
      {
        defaultWindow: {
          type: 'calendar',
          unit: 'month',
          timeZone: 'Europe/Berlin',
        },
        timeZone: 'Europe/Berlin',
      },
    );
  });

  it('reads the catalogue that pageAfter names', () => {
    const burnRates = [
      { name: 'other', pairs: [fast] },
      { name: 'calm', pairs: [fast, slow] },
    ];
    expect(read({ pageAfter: 'calm', burnRates }).catalogue).toEqual({
      name: 'calm',
      pairs: [
        {
          tier: 'fast',
          severity: 'page',
          longWindow: 3_600,
          shortWindow: 300,
          budgetPercent: '2',
        },
        {
          tier: 'slow',
          severity: 'ticket',
          longWindow: 86_400,
          shortWindow: 7_200,
          budgetPercent: '12.5',
        },
      ],
    });
    expect(read({ burnRates }).catalogue).toBeUndefined();
  });

  it('reads the traffic below which nobody is told', () => {
    expect(read({ minimumEvents: 100 }).minimumEvents).toBe(100);
  });

  it.each([
    [
      { timeZone: 'Mars/Olympus' },
      /^monitoring\.slo\.timeZone is 'Mars\/Olympus'; expected the name of a time zone/,
    ],
    [
      { defaultWindow: 'soon' },
      /^monitoring\.slo\.defaultWindow is 'soon'; expected 7d/,
    ],
    [
      { pageAfter: 'calm' },
      /^monitoring\.slo\.pageAfter is 'calm'; expected google or another name/,
    ],
    [
      { minimumEvents: -1 },
      /^monitoring\.slo\.minimumEvents is -1; expected a whole number from 0 on$/,
    ],
    [
      { burnRates: [{ name: 'Calm', pairs: [fast] }] },
      /^monitoring\.slo\.burnRates\[0\]\.name is 'Calm'; expected lower-case/,
    ],
    [
      { burnRates: [{ name: 'google', pairs: [fast] }] },
      /^monitoring\.slo\.burnRates\[0\]\.name is 'google', which is built in/,
    ],
    [
      {
        burnRates: [
          { name: 'calm', pairs: [fast] },
          { name: 'calm', pairs: [fast] },
        ],
      },
      /^monitoring\.slo\.burnRates\[1\]\.name 'calm' is used twice$/,
    ],
    [
      { burnRates: [{ name: 'calm', pairs: [] }] },
      /^monitoring\.slo\.burnRates\[0\]\.pairs is empty/,
    ],
    [
      withPair({ tier: 'turbo' }),
      /^monitoring\.slo\.burnRates\[0\]\.pairs\[0\]\.tier is 'turbo'; expected one of fast, medium, slow, long$/,
    ],
    [withPair({ severity: 'critical' }), /severity is 'critical'; expected/],
    [withPair({ budget: '2' }), /pairs\[0\]\.budget is '2'; expected .* '2%'/],
    [withPair({ budget: '0%' }), /pairs\[0\]\.budget is '0%'/],
    [withPair({ budget: '101%' }), /pairs\[0\]\.budget is '101%'/],
    [withPair({ short: '1m' }), /pairs\[0\]\.short is 60 s; .* 300 s/],
    [withPair({ short: '7m' }), /short is 420 s; expected a multiple of 5 min/],
    [withPair({ short: '1h' }), /short is 3600 s; expected less than/],
    [withPair({ long: '60d' }), /long is 5184000 s; .* at most 2592000 s/],
    [withPair({ long: undefined }), /pairs\[0\]\.long is missing/],
    [
      { burnRates: [{ name: 'calm', pairs: [slow, fast] }] },
      /pairs\[1\]\.tier is 'fast' after 'slow'; expected each tier at most once/,
    ],
    [
      {
        burnRates: [
          { name: 'calm', pairs: [fast, { ...fast, tier: 'medium' }] },
        ],
      },
      /pairs\[1\]\.long is 3600 s; expected more than that of the pair before/,
    ],
  ])('refuses %j with the key and what was expected', (slo, message) => {
    expect(() => read(slo)).toThrow(message);
  });
});
