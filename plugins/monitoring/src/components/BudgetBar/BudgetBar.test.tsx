import { screen } from '@testing-library/react';
import { renderScreen } from '../../__testUtils__';
import { BudgetBar } from './BudgetBar';

describe('BudgetBar', () => {
  it.each([
    [0.604, '60.4 % of the error budget left', '60.4%'],
    [-0.042, '−4.2 % of the error budget left', '100%'],
    [undefined, 'Error budget unknown', '0%'],
  ])('with %p says "%s"', async (budgetRemaining, name, width) => {
    await renderScreen(
      <BudgetBar budgetRemaining={budgetRemaining} tone="neutral" />,
    );
    const bar = screen.getByRole('img', {
      name: name.replace(' %', '\u202f%'),
    });
    expect(bar.firstElementChild).toHaveStyle({ width });
  });
});
