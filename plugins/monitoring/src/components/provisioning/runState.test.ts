import { aBrake, aRun } from '../../__testUtils__';
import { currentPhase, groupErrors, runState } from './runState';

const answer = {
  answer: 'keep' as const,
  by: 'user:default/lena.fischer',
  at: '2026-11-23T14:31:00Z',
};

describe('runState', () => {
  it.each([
    ['succeeded', aRun(), 'succeeded'],
    ['failed', aRun({ status: 'failed' }), 'failed'],
    [
      'did what it could, but not for each object',
      aRun({ counts: { ...aRun().counts, failed: 1 } }),
      'failed',
    ],
    [
      'did what it could, but not for each service',
      aRun({
        errors: [
          { entityRef: 'component:default/a', message: 'There is no pack' },
        ],
      }),
      'failed',
    ],
    ['stopped', aRun({ status: 'stopped', brake: aBrake() }), 'stopped'],
    [
      'failed, and waits',
      aRun({ status: 'failed', brake: aBrake() }),
      'waiting',
    ],
    ['answered', aRun({ brake: aBrake({ answer }) }), 'succeeded'],
  ] as const)('of a run that %s', (_, run, state) => {
    expect(runState(run)).toBe(state);
  });
});

describe('currentPhase', () => {
  it('is the first that is not done, then the last', () => {
    const phases = [
      { name: 'plan' as const, done: 3, total: 3, failed: 0, duration: 1 },
      { name: 'rules' as const, done: 1, total: 3, failed: 0, duration: 1 },
      { name: 'delete' as const, done: 0, total: 2, failed: 0, duration: 0 },
    ];
    expect(currentPhase(aRun({ phases }))?.name).toBe('rules');
    expect(currentPhase(aRun({ phases: phases.slice(0, 1) }))?.name).toBe(
      'plan',
    );
    expect(currentPhase(aRun({ phases: [] }))).toBeUndefined();
  });
});

describe('groupErrors', () => {
  it('counts each cause, the most frequent first, each service once', () => {
    const away = { target: 'grafana:default', message: 'away' };
    expect(
      groupErrors([
        { message: 'odd' },
        { ...away, entityRef: 'component:default/a' },
        { ...away, entityRef: 'component:default/a' },
        { ...away, entityRef: 'component:default/b' },
      ]),
    ).toEqual([
      {
        ...away,
        count: 3,
        entityRefs: ['component:default/a', 'component:default/b'],
      },
      { target: undefined, message: 'odd', count: 1, entityRefs: [] },
    ]);
  });
});
