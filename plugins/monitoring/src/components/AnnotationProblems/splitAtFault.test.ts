import { splitAtFault } from './splitAtFault';

const problem = {
  annotation: 'monitoring/slos',
  severity: 'error',
  message: '“500” is not a duration. The unit is missing.',
  value: 'availability 99.9% 30d; latency p95 < 500 30d',
} as const;

describe('splitAtFault', () => {
  it('marks exactly what is at fault', () => {
    expect(
      splitAtFault({ ...problem, position: { offset: 38, length: 3 } }),
    ).toEqual({
      before: 'availability 99.9% 30d; latency p95 < ',
      fault: '500',
      after: ' 30d',
    });
  });

  it('marks the whole text when no position is known', () => {
    expect(splitAtFault(problem)).toEqual({
      before: '',
      fault: problem.value,
      after: '',
    });
  });

  it('marks the end when something is missing there', () => {
    expect(
      splitAtFault({
        ...problem,
        value: 'http(',
        position: { offset: 5, length: 0 },
      }),
    ).toEqual({ before: 'http(', fault: ' ', after: '' });
  });

  it('has nothing to mark without a text', () => {
    expect(splitAtFault({ ...problem, value: undefined })).toBeUndefined();
  });
});
