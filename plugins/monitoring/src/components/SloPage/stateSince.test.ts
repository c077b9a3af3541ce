import { aSlo, anAlert, STORY_HISTORY } from '../../__testUtils__';
import { stateSince } from './stateSince';

const at = (iso: string) => Date.parse(iso);

describe('stateSince', () => {
  it('burns since its first alert fires', () => {
    expect(
      stateSince(
        aSlo({ state: 'burning' }),
        [
          anAlert({ since: '2026-11-23T14:16:00Z' }),
          anAlert({ since: '2026-11-23T14:01:00Z' }),
          anAlert({ since: '2026-11-23T13:00:00Z', state: 'pending' }),
        ],
        undefined,
      ),
    ).toBe(at('2026-11-23T14:01:00Z'));
  });

  it('burns since its burn rate is over a limit, where no alert is known', () => {
    expect(stateSince(aSlo({ state: 'burning' }), [], STORY_HISTORY)).toBe(
      at('2026-11-23T14:01:00Z'),
    );
  });

  it('is exhausted since the budget was last used up', () => {
    const history = {
      ...STORY_HISTORY,
      times: [100, 200, 300, 400, 500],
      budgetRemaining: [0.1, -0.1, 0.2, null, -0.3],
    };
    expect(stateSince(aSlo({ state: 'exhausted' }), [], history)).toBe(500_000);
  });

  it('does not claim to know when the budget was used up before the history begins', () => {
    const history = {
      ...STORY_HISTORY,
      times: [100, 200],
      budgetRemaining: [-0.1, -0.1],
    };
    expect(
      stateSince(aSlo({ state: 'exhausted' }), [], history),
    ).toBeUndefined();
  });

  it('says nothing of a state that nobody dates', () => {
    expect(stateSince(aSlo(), [], STORY_HISTORY)).toBeUndefined();
  });
});
