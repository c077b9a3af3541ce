import { mutedRoute, Route } from './mutedRoute';

const route: Route = {
  receiver: 'r',
  matchers: ['entity="a"'],
  continue: true,
  routes: [{ matchers: ['slo=~".+"'] }],
};

describe('mutedRoute', () => {
  it('is the route itself for who is always told', () => {
    expect(mutedRoute(route, { mutes: [] })).toEqual(route);
    expect(
      mutedRoute(route, {
        severity: 'critical',
        mutes: [{ timing: 'nights', severity: 'warning' }],
      }),
    ).toEqual(route);
  });

  it('names the times at every level, none of which takes them over', () => {
    const mute_time_intervals = ['sightline/nights'];
    expect(mutedRoute(route, { mutes: [{ timing: 'nights' }] })).toEqual({
      ...route,
      mute_time_intervals,
      routes: [{ matchers: ['slo=~".+"'], mute_time_intervals }],
    });
  });

  it('has times of one severity in a route below', () => {
    const muted = mutedRoute(route, {
      mutes: [
        { timing: 'nights', severity: 'warning' },
        { timing: 'holidays' },
      ],
    });
    const both = ['sightline/nights', 'sightline/holidays'];
    expect(muted).toEqual({
      ...route,
      mute_time_intervals: ['sightline/holidays'],
      routes: [
        {
          matchers: ['severity="warning"'],
          mute_time_intervals: both,
          routes: [{ matchers: ['slo=~".+"'], mute_time_intervals: both }],
        },
        {
          matchers: ['slo=~".+"'],
          mute_time_intervals: ['sightline/holidays'],
        },
      ],
    });
  });
});
