import { earliest, utcMoment } from './utcMoment';

describe('utcMoment', () => {
  it.each([
    ['2026-11-23T14:01:00Z', '2026-11-23T14:01:00Z'],
    ['2026-11-23T15:01:00.5+01:00', '2026-11-23T14:01:00.500Z'],
    ['2026-11-23T08:01:00-06:00', '2026-11-23T14:01:00.000Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['', undefined],
    ['yesterday', undefined],
    [2026, undefined],
    [null, undefined],
  ])('reads %j as %j', (text, moment) => {
    expect(utcMoment(text)).toBe(moment);
  });
});

it('finds the earliest of those that are known', () => {
  expect(
    earliest([undefined, '2026-11-23T14:01:00.5Z', '2026-11-23T14:01:00Z']),
  ).toBe('2026-11-23T14:01:00Z');
  expect(earliest([undefined])).toBeUndefined();
});
