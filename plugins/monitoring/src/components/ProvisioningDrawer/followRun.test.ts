import { aRun } from '../../__testUtils__';
import { followRun } from './followRun';

const refresh = () => {};
const failure = (statusCode: number) =>
  Object.assign(new Error('refused'), { statusCode });

describe('followRun', () => {
  it.each(['succeeded', 'failed', 'stopped'] as const)(
    'says that a run that %s has ended',
    status => {
      const run = aRun({ status });
      expect(followRun({ value: run, refresh }, undefined, run.id)).toEqual({
        run,
        state: 'ended',
      });
    },
  );

  it('waits for a record that is not there yet', () => {
    expect(followRun({ error: failure(404), refresh }, undefined, '1')).toEqual(
      { state: 'waiting' },
    );
  });

  it('takes what the entity tells where runs cannot be read', () => {
    const run = aRun({ id: '7', status: 'running' });
    expect(followRun({ error: failure(403), refresh }, run, '7')).toEqual({
      run,
      state: 'running',
    });
    expect(followRun({ error: failure(403), refresh }, undefined, '7')).toEqual(
      { state: 'ended' },
    );
  });
});
