import { NotAllowedError } from '@backstage/errors';
import { describeError } from './describeError';

describe('describeError', () => {
  it.each([
    [new NotAllowedError('Grafana refuses it'), 'Grafana refuses it'],
    [new TypeError('x is not a function'), 'x is not a function'],
    [new TypeError(), 'TypeError'],
    ['no error', "unknown error 'no error'"],
  ])('says of %p what people read', (error, expected) => {
    expect(describeError(error)).toBe(expected);
  });
});
