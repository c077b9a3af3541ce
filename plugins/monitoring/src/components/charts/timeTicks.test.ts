import { timeTicks } from './timeTicks';

const at = (iso: string) => Date.parse(iso) / 1000;
const texts = (from: string, to: string, width: number, zone = 'UTC') =>
  timeTicks({ from: at(from), to: at(to) }, width, zone).map(
    ({ text }) => text,
  );

describe('timeTicks', () => {
  it('writes full hours for six hours', () => {
    expect(texts('2026-11-23T08:32:00Z', '2026-11-23T14:32:00Z', 640)).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
    ]);
  });

  it('writes fewer where there is little room', () => {
    expect(texts('2026-11-23T08:32:00Z', '2026-11-23T14:32:00Z', 160)).toEqual([
      '09:00',
      '12:00',
    ]);
  });

  it('writes midnights for a month', () => {
    expect(texts('2026-10-24T14:32:00Z', '2026-11-23T14:32:00Z', 640)).toEqual([
      '25 Oct',
      '30 Oct',
      '4 Nov',
      '9 Nov',
      '14 Nov',
      '19 Nov',
    ]);
  });

  it('keeps to midnight of the zone over the end of summer time', () => {
    const ticks = timeTicks(
      { from: at('2026-10-23T12:00:00Z'), to: at('2026-10-27T12:00:00Z') },
      400,
      'Europe/Berlin',
    );
    expect(
      ticks.map(({ time }) => new Date(time * 1000).toISOString()),
    ).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  it('knows zones that differ by half an hour', () => {
    expect(
      texts(
        '2026-11-23T08:00:00Z',
        '2026-11-23T12:00:00Z',
        320,
        'Asia/Kolkata',
      ),
    ).toEqual(['14:00', '15:00', '16:00', '17:00']);
  });

  it('changes to the day at midnight', () => {
    expect(texts('2026-11-22T20:00:00Z', '2026-11-23T14:00:00Z', 320)).toEqual([
      '23 Nov',
      '06:00',
      '12:00',
    ]);
  });
});
