import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import { compilePattern } from './compilePattern';

const HOSTILE = `${'a'.repeat(60)}!`;

describe('compilePattern', () => {
  it.each([
    ['/^CPU/i', 'cpu 1', true],
    ['/^CPU/', 'cpu 1', false],
    ['CPU', 'CPU 1', false],
    ['CPU.*', 'CPU 1', true],
    ['/a/b/', 'a/b', true],
    ['/used|free/g', 'free', true],
    ['/^(?!Total).*$/', 'Used', true],
    ['/^(?!Total).*$/', 'Total', false],
    ['/(?<kind>\\w+) bytes/', 'used bytes', true],
    ['/^(?:\\w+\\.)+local$/', 'a.b.local', true],
    ['/^(?:GET|POST) .*/', 'POST /', true],
    ['/^\\d{1,3}(?:\\.\\d{1,3}){3}$/', '10.0.0.1', true],
    ['/^(?:in|out)+$/', 'inout', true],
    [
      '/^(?:cpu|cores|memory|mem|max|min|disk|dirty|io|in|out|open|other|idle)$/',
      'other',
      true,
    ],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(compilePattern(pattern)?.test(text)).toBe(expected);
  });

  it.each([
    ['(a+)+'],
    ['/^(a|a)*$/'],
    ['/^(a|ab)*$/'],
    ['/(.*)*x/'],
    ['/^(\\w+\\s?)*$/'],
    ['/(x+x+)+y/'],
    ['/^(([a-z])+.)+[A-Z]([a-z])+$/'],
    ['/^((a{1,20}){1,20}){1,20}$/'],
    ['/(?:a?){50}a{50}/'],
    [`/^${'(a|aa|aaa|aaaa|aaaaa|aaaaaa)'.repeat(16)}$/`],
    [`/^${'a{1,10}'.repeat(16)}$/`],
    [`/^${'(?:a{0,3}){3}'.repeat(6)}$/`],
  ])('never runs %s, which can take forever', pattern => {
    expect(compilePattern(pattern)?.test(HOSTILE) ?? false).toBe(false);
  });

  it.each([['/.*.*.*.*.*x/'], ['/a*a*a*a*b/'], ['/(a*b?){10}c/']])(
    'runs %s on short texts alone',
    pattern => {
      const seconds = cpuStopwatch();
      compilePattern(pattern)?.test('a'.repeat(5_000));
      compilePattern(pattern)?.test(HOSTILE);
      expect(seconds()).toBeLessThan(1);
    },
  );

  it.each([['/('], ['('], ['/a/x'], ['/[/']])(
    'has no answer for %s, which is none',
    pattern => expect(compilePattern(pattern)).toBeUndefined(),
  );

  it('replaces with groups, once or everywhere', () => {
    expect(compilePattern('/(\\w)-(\\w)/')!.replace('a-b c-d', '$2$1')).toBe(
      'ba c-d',
    );
    expect(compilePattern('/-/g')!.replace('a-b-c', '_')).toBe('a_b_c');
  });
});
