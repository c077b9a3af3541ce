import { screen } from '@testing-library/react';
import { aPair, readable, renderScreen } from '../../__testUtils__';
import { BurnRateBar } from './BurnRateBar';

describe('BurnRateBar', () => {
  it.each([
    [14.4, '1×14.4×'],
    [3, '1×3×'],
    [1, '1×'],
    // Of windows of 7 d and 28 d.
    [0.93, '0.93×'],
    [0.98, '0.98×'],
    [1.2, '1.2×'],
  ])('marks a limit of %s, and 1× where there is room', async (limit, text) => {
    await renderScreen(<BurnRateBar pair={aPair({ limit })} />);
    expect(readable(screen.getByRole('img'))).toBe(text);
  });
});
