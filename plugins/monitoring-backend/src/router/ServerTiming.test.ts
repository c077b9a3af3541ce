import { ServerTiming } from './ServerTiming';

it('tells how long each step took after the one before', () => {
  let now = 5;
  const timing = ServerTiming.start(() => now);
  now = 6.25;
  timing.mark('auth');
  now = 20;
  timing.mark('plan');
  expect(String(timing)).toBe('auth;dur=1.3, plan;dur=13.8');
});
