import { anObject } from '../../__testUtils__';
import { countStates, needAttention, sortObjects } from './objectSummary';

const objects = [
  anObject({ title: 'a' }),
  anObject({ title: 'b', state: 'pending' }),
  anObject({ title: 'c', state: 'drifted' }),
  anObject({ title: 'd' }),
  anObject({ title: 'e', state: 'failed' }),
];

describe('countStates', () => {
  it('counts the states that occur, most urgent first', () => {
    expect(countStates(objects)).toEqual([
      { state: 'failed', count: 1 },
      { state: 'drifted', count: 1 },
      { state: 'pending', count: 1 },
      { state: 'in-sync', count: 2 },
    ]);
  });
});

describe('needAttention', () => {
  it('names what a person changed, blocks, or failed', () => {
    expect(needAttention(objects).map(one => one.title)).toEqual(['e', 'c']);
  });

  it('leaves out what a person has decided', () => {
    const decided = {
      decision: 'keep-theirs' as const,
      by: 'user:default/lena.fischer',
      at: '2026-11-23T14:00:00Z',
    };
    expect(needAttention([anObject({ state: 'drifted', decided })])).toEqual(
      [],
    );
  });
});

describe('sortObjects', () => {
  it('keeps the given order among equals', () => {
    expect(sortObjects(objects).map(one => one.title)).toEqual([
      'e',
      'c',
      'b',
      'a',
      'd',
    ]);
  });
});
