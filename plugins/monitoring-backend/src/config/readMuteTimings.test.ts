import { ConfigReader } from '@backstage/config';
import { readMuteTimings } from './readMuteTimings';

const PATH = 'monitoring.notifications.muteTimings';

function read(...muteTimings: object[]) {
  return readMuteTimings(new ConfigReader({ muteTimings } as any));
}

const interval = (value: object) =>
  read({ name: 'weekend', intervals: [value] })[0].intervals[0];

describe('monitoring.notifications.muteTimings', () => {
  it('are read as Alertmanager and Grafana take them', () => {
    const intervals = [
      {
        times: [{ start_time: '22:00', end_time: '24:00' }],
        weekdays: ['monday:friday', 'Sunday'],
        location: 'Europe/Berlin',
      },
      { days_of_month: ['1:7', '-3:-1'], months: ['december', '6:8'] },
    ];
    expect(read({ name: 'nights', intervals })).toEqual([
      { name: 'nights', intervals },
    ]);
    expect(readMuteTimings(undefined)).toEqual([]);
  });

  it('may have numbers where YAML makes them of what was written', () => {
    expect(interval({ days_of_month: [1, '5:9'], years: [2027] })).toEqual({
      days_of_month: ['1', '5:9'],
      years: ['2027'],
    });
  });

  it.each([
    [{ weekdays: ['mon'] }, `.weekdays holds 'mon'; expected days such as`],
    [{ weekdays: ['friday:monday'] }, `.weekdays holds 'friday:monday'`],
    [{ weekdays: [] }, '.weekdays lists nothing; expected'],
    [{ weekdays: 'monday' }, '.weekdays lists nothing; expected'],
    [{ days_of_month: ['0'] }, `.days_of_month holds '0'`],
    [{ days_of_month: ['32'] }, `.days_of_month holds '32'`],
    [{ days_of_month: ['-1:3'] }, `.days_of_month holds '-1:3'`],
    [{ days_of_month: ['1:2:3'] }, `.days_of_month holds '1:2:3'`],
    [{ months: ['13'] }, `.months holds '13'; expected months such as`],
    [{ months: ['december:march'] }, `.months holds 'december:march'`],
    [{ years: ['soon'] }, `.years holds 'soon'`],
    [
      { times: [{ start_time: '22:00', end_time: '06:00' }] },
      `.times[0] is '22:00' to '06:00'; expected HH:MM in quotes`,
    ],
    [
      { times: [{ start_time: '24:00', end_time: '24:00' }] },
      `.times[0] is '24:00' to '24:00'`,
    ],
    [{ times: [{ start_time: '9:00', end_time: '10:00' }] }, `.times[0] is`],
    [
      { weekdays: ['monday'], location: 'Berlin' },
      `.location is 'Berlin'; expected the name of a time zone`,
    ],
    [{}, ' is always; expected at least one of times, weekdays'],
    [{ location: 'UTC' }, ' is always; expected at least one of'],
    [{ weekday: ['monday'] }, ` has 'weekday'; expected at least one of`],
  ])('refuse %j', (value, message) => {
    expect(() => interval(value)).toThrow(`${PATH}[0].intervals[0]${message}`);
  });

  it('have a name of their own and at least one span', () => {
    const intervals = [{ weekdays: ['sunday'] }];
    const timing = { name: 'weekend', intervals };
    expect(() => read(timing, timing)).toThrow(
      `${PATH}[1].name 'weekend' is used twice`,
    );
    expect(() => read({ name: 'a b', intervals })).toThrow(
      `${PATH}[0].name is 'a b'; expected letters`,
    );
    expect(() => read({ name: 'a', intervals: [] })).toThrow(
      `${PATH}[0].intervals is empty; expected at least one`,
    );
  });
});
