import fc from 'fast-check';
import { Fraction } from './Fraction';

describe('Fraction', () => {
  it.each([
    ['0.999', '0.001'],
    ['0.9995', '0.0005'],
    ['0.95', '0.05'],
    ['0.5', '0.5'],
    ['0.99999', '0.00001'],
    ['1', '0'],
    ['1.5', '-0.5'],
  ])('prints 1 - %s as %s, without the noise of binary floats', (a, b) => {
    expect(Fraction.parse('1').minus(Fraction.parse(a)).toText()).toBe(b);
  });

  it.each([
    [28, 3, '9.33333333333'],
    [2, 3, '0.666666666667'],
    [1, 3000, '0.000333333333333'],
    [86_400, 60, '1440'],
    [2_592_000, 1, '2592000'],
  ])('prints %d/%d as %s', (numerator, denominator, text) => {
    expect(Fraction.of(numerator, denominator).toText()).toBe(text);
  });

  it('prints what it parsed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), digits => {
        const text = `0.${digits.toString().padStart(9, '0')}`.replace(
          /0+$/,
          '',
        );
        expect(Fraction.parse(text).toText()).toBe(text);
      }),
    );
  });
});
