import { screen } from '@testing-library/react';
import { anObject, renderScreen } from '../../__testUtils__';
import { ObjectReason } from './ObjectReason';

describe('ObjectReason', () => {
  it.each([
    ['contact-point', 'media-teams', 'Contact point media-teams'],
    ['slo-rule-group', 'ingestor · SLO rules', 'ingestor · SLO rules'],
  ] as const)('says of a %s its kind once', async (kind, title, heading) => {
    await renderScreen(<ObjectReason object={anObject({ kind, title })} />);
    expect(screen.getByRole('heading')).toHaveTextContent(heading);
  });

  it('says once, by name, that a person keeps the change', async () => {
    const { container } = await renderScreen(
      <ObjectReason
        object={anObject({
          state: 'drifted',
          reason: 'user:default/lena.fischer decided to keep the change',
          decided: {
            decision: 'keep-theirs',
            by: 'user:default/lena.fischer',
            at: '2026-11-23T14:31:00Z',
          },
        })}
      />,
    );
    expect(container).toHaveTextContent(
      'Edited by a person since it was applied.lena.fischer kept theirs',
    );
    expect(container).not.toHaveTextContent('user:default');
  });

  it.each([
    [1, 'Part of the shared SLO rules, so far of this service alone'],
    [42, 'Part of the SLO rules that 42 services share'],
  ])(
    'says of rules of %s services that they are shared',
    async (services, text) => {
      const { container } = await renderScreen(
        <ObjectReason
          object={anObject({
            kind: 'slo-rule-group',
            title: 'ingestor · SLO rules, shared',
            shared: { services },
          })}
        />,
      );
      expect(container).toHaveTextContent(text);
    },
  );
});
