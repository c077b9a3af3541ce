import {
  screen,
  waitForElementToBeRemoved,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPanel, aPanelFrame, renderScreen } from '../../../__testUtils__';
import { PanelFrame } from './PanelFrame';

describe('PanelTable', () => {
  it('has room for the table of a panel that is too small for it', async () => {
    await renderScreen(
      <PanelFrame
        {...aPanelFrame({
          panel: aPanel({ type: 'stat', gridPos: { x: 0, y: 0, w: 4, h: 4 } }),
          title: 'Uploads',
        })}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Menu of Uploads' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Show as table' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Uploads' });
    expect(
      within(dialog).getByRole('table', { name: 'Data of Uploads' }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await waitForElementToBeRemoved(dialog);
    expect(screen.queryByRole('table')).toBeNull();
  });
});
