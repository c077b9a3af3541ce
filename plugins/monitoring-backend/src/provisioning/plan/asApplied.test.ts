import { aDesired, anActual } from '../__testUtils__/builders';
import {
  aStored,
  edited,
  longUnwanted,
  planFor,
  stepsFor,
} from './__testUtils__/planFor';

const kind = 'mute-timing' as const;
const ours = aDesired('nights', { title: 'Nights' }, { kind });
const changed = edited(anActual(ours));
/** As its target lists it, which remembers no hash. */
const unmarked = {
  ...changed,
  owner: { ...changed.owner!, hash: changed.hash },
};

describe('a mute timing that a person edited', () => {
  it('is kept, and shown', () => {
    expect(stepsFor([ours], [unmarked], {}, [aStored(ours)])).toEqual([
      expect.objectContaining({ action: 'keep-drifted' }),
    ]);
  });

  it('is kept when somebody asks for it at once', () => {
    const more = { ignoreRetry: true };
    expect(stepsFor([ours], [unmarked], more, [aStored(ours)])).toEqual([
      expect.objectContaining({ action: 'keep-drifted' }),
    ]);
  });

  it('is put back where ours is wanted', () => {
    const more = { onDrift: 'revert' as const };
    expect(stepsFor([ours], [unmarked], more, [aStored(ours)])).toEqual([
      expect.objectContaining({ action: 'revert' }),
    ]);
  });

  it('is not deleted', () => {
    const { steps } = planFor([], [unmarked], {}, [longUnwanted(ours)]);
    expect(steps).toEqual([
      expect.objectContaining({
        action: 'wait-to-prune',
        reason: expect.stringContaining('A person changed it'),
      }),
    ]);
  });

  it('counts as ours when the database was lost', () => {
    expect(stepsFor([ours], [unmarked])).toEqual([
      expect.objectContaining({ action: 'update' }),
    ]);
  });
});

it('updates a mute timing that nobody edited', () => {
  const before = aDesired('nights', { title: 'Before' }, { kind });
  expect(stepsFor([ours], [anActual(before)], {}, [aStored(before)])).toEqual([
    expect.objectContaining({ action: 'update' }),
  ]);
});
