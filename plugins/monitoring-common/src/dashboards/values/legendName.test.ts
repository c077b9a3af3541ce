import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import { legendName } from './legendName';
import { sampleValue } from './sampleValue';
import { thresholdColor } from './thresholdColor';

describe('legendName', () => {
  it.each([
    ['{{service}} / {{ code }} {{missing}}', 'gateway / 200 '],
    ['{{ code\t}}-{{ }}-{{}', '200--{{}'],
    ['{{a}}}}', '}}'],
    ['total', 'total'],
    ['', '{code="200", service="gateway"}'],
    [undefined, '{code="200", service="gateway"}'],
  ])('of the format "%s" is "%s"', (format, name) => {
    expect(legendName({ service: 'gateway', code: '200' }, format)).toBe(name);
  });

  it('X04 · fills in each label once, as the text that it is', () => {
    const labels = {
      a: '{{b}}',
      b: '<img src=x onerror=alert(1)>',
      c: '$__interval ${a} $1 $&',
    };
    expect(legendName(labels, '{{a}} {{b}} {{c}}')).toBe(
      '{{b}} <img src=x onerror=alert(1)> $__interval ${a} $1 $&',
    );
    expect(legendName({ x: '1' }, '{{constructor}}{{__proto__}}')).toBe('');
  });

  it('ends soon whatever is written', () => {
    const seconds = cpuStopwatch();
    legendName({}, `{{${' '.repeat(5_000)}x`);
    legendName({}, '{{'.repeat(20_000));
    expect(seconds()).toBeLessThan(3);
  });

  it('puts the metric before the labels', () => {
    expect(
      legendName({ __name__: 'process_resident_memory_bytes', instance: 'a' }),
    ).toBe('process_resident_memory_bytes{instance="a"}');
    expect(legendName({ __name__: 'up' })).toBe('up');
  });

  it('is the expression when there is no label', () => {
    expect(legendName({}, '', 'sum(up)')).toBe('sum(up)');
  });
});

describe('thresholdColor', () => {
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 50, color: 'yellow' },
    { value: 80, color: 'red' },
  ];

  it.each([
    [0, 'green'],
    [49.9, 'green'],
    [50, 'yellow'],
    [80, 'red'],
    [NaN, 'green'],
  ])('of %s is %s', (value, color) => {
    expect(thresholdColor(value, { mode: 'absolute', steps })).toBe(color);
  });

  it('reads percentages between the bounds', () => {
    const thresholds = { mode: 'percentage' as const, steps };
    expect(thresholdColor(100, thresholds, { min: 0, max: 200 })).toBe(
      'yellow',
    );
    expect(thresholdColor(99, thresholds, { min: 0, max: 200 })).toBe('green');
  });

  it('is nothing without steps', () => {
    expect(thresholdColor(1, undefined)).toBeUndefined();
  });
});

describe('sampleValue', () => {
  it.each([
    [1.5, 1.5],
    [null, null],
    ['NaN', NaN],
    ['+Inf', Infinity],
    ['-Inf', -Infinity],
  ] as const)('reads %s', (sample, value) => {
    expect(sampleValue(sample)).toBe(value);
  });
});
