import { nextRunAt } from './nextRunAt';

const NOW = new Date('2026-11-24T12:00:00Z');

it.each([
  [{ minutes: 5 }, '2026-11-24T11:58:00.000Z', '2026-11-24T12:03:00.000Z'],
  [{ minutes: 1 }, '2026-11-24T11:50:00.000Z', '2026-11-24T12:00:00.000Z'],
  [{ minutes: 5 }, undefined, undefined],
  [{ cron: '0 * * * *' }, '2026-11-24T11:58:00.000Z', undefined],
  [{ trigger: 'manual' as const }, '2026-11-24T11:58:00.000Z', undefined],
])(
  'knows when the next of runs every %j after %s is due',
  (every, last, due) => {
    expect(nextRunAt(every, last, NOW)).toBe(due);
  },
);
