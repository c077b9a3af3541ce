import { screen } from '@testing-library/react';
import { renderScreen } from '../../__testUtils__';
import { messages } from '../../translations/messages';
import { StateLabel } from './StateLabel';
import { LabelState, STATE_LOOKS } from './stateLook';

describe('StateLabel', () => {
  it('says each state by a word and an icon, not by colour alone', async () => {
    const states = Object.keys(STATE_LOOKS) as LabelState[];
    await renderScreen(
      <>
        {states.map(state => (
          <p key={state} data-testid={state}>
            <StateLabel state={state} />
          </p>
        ))}
      </>,
    );
    for (const state of states) {
      const label = screen.getByTestId(state);
      expect(label).toHaveTextContent(messages.state[state]);
      expect(label.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    }
  });
});
