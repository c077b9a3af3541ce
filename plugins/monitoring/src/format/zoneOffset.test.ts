import { zoneOffset } from './zoneOffset';

describe('zoneOffset', () => {
  const winter = Date.parse('2026-01-15T12:00:00.250Z');
  const summer = Date.parse('2026-07-15T23:30:00Z');

  it.each([
    ['UTC', winter, 0],
    ['Europe/Berlin', winter, 3_600],
    ['Europe/Berlin', summer, 7_200],
    ['America/St_Johns', winter, -12_600],
    ['Asia/Kathmandu', summer, 20_700],
  ])('of %s at %d is %d seconds ahead', (timeZone, moment, offset) => {
    expect(zoneOffset(moment, timeZone)).toBe(offset * 1_000);
  });
});
