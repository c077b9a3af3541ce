import { STORY_INCIDENTS, STORY_NOW } from '../../__testUtils__';
import { incidentTimes } from './incidentTimes';

const format = { now: STORY_NOW, timeZone: 'UTC' };
const at = (iso: string) => Date.parse(iso) / 1000;

describe('incidentTimes', () => {
  it('names the day once', () => {
    expect(incidentTimes(STORY_INCIDENTS[0], format)).toEqual({
      from: '31 Oct, 09:14',
      to: '09:52',
    });
  });

  it('names both days of an incident over midnight', () => {
    const incident = {
      start: at('2026-11-12T23:40:00Z'),
      end: at('2026-11-13T00:20:00Z'),
      bad: 1,
      budgetShare: 0.1,
    };
    expect(incidentTimes(incident, format)).toEqual({
      from: '12 Nov, 23:40',
      to: '13 Nov, 00:20',
    });
  });

  it('writes the time alone for one of today', () => {
    expect(incidentTimes(STORY_INCIDENTS[2], format).from).toBe('13:50 UTC');
  });
});
