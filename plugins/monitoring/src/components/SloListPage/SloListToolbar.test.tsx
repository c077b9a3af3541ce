import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFleetApi,
  aStoryFleet,
  readable,
  renderScreen,
} from '../../__testUtils__';
import { SloListPage } from './SloListPage';

describe('SloListToolbar', () => {
  it('keeps its filters in their places when nothing matches', async () => {
    await renderScreen(<SloListPage />, { api: aFleetApi(aStoryFleet(5)) });
    await userEvent.type(
      await screen.findByRole('searchbox'),
      'no such service',
    );
    expect(await screen.findAllByText('No SLO matches')).not.toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'State: All' }));
    expect(screen.getAllByRole('option').map(readable)).toEqual([
      'Burning0',
      'Exhausted0',
      'No data0',
      'Warning0',
      'Invalid0',
      'Stale0',
      'Young0',
      'No traffic0',
      'OK0',
    ]);
  });
});
