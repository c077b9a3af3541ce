import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  aBrake,
  FakeMonitoringApi,
  readable,
  renderScreen,
} from '../../__testUtils__';
import { BrakeCard } from './BrakeCard';

async function show(brake = aBrake(), mayManage = true) {
  const api = FakeMonitoringApi.create();
  const onAnswered = jest.fn();
  const rendered = await renderScreen(
    <BrakeCard brake={brake} mayManage={mayManage} onAnswered={onAnswered} />,
    { api },
  );
  return { api, onAnswered, ...rendered };
}

const remove = () => screen.getByRole('button', { name: 'Delete 214 objects' });
const number = () =>
  screen.getByLabelText('To delete, type the number of objects');

describe('BrakeCard', () => {
  it('says why, how much and of what', async () => {
    const { container } = await show();
    const card = screen.getByRole('region', { name: 'Why so many deletions' });
    expect(readable(card)).toContain(
      '31 services left the catalog or no longer ask for their objects. 2 of them went together, 22 Nov, 14:02 UTC.',
    );
    expect(
      readable(
        screen.getByRole('table', { name: 'Objects to delete, by kind' }),
      ),
    ).toContain('Alert rules93Dashboard62Folder30SLO rules29All214');
    expect(screen.getByRole('img')).toHaveAccessibleName(
      '26.4\u202f% would be deleted, limit 20\u202f%',
    );
    expect((await axe(container)).violations).toEqual([]);
  });

  it('names the services on demand, with the way to them', async () => {
    await show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show services' }),
    );
    const list = screen.getByRole('list', {
      name: 'Services whose objects would go',
    });
    expect(
      within(list).getByRole('link', { name: 'legacy-transcoder' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/legacy-transcoder/monitoring?provisioning=open',
    );
    expect(list).toHaveTextContent('and 28 more');
  });

  it('deletes only when the number is typed', async () => {
    const { api, onAnswered } = await show();
    expect(remove()).toBeDisabled();
    await userEvent.type(number(), '213');
    expect(remove()).toBeDisabled();
    await userEvent.clear(number());
    await userEvent.type(number(), '214');
    await userEvent.click(remove());
    expect(api.provisioningRequests).toEqual([
      {
        ask: 'brake',
        answer: { digest: 'digest-of-214', answer: 'delete', objects: 214 },
      },
    ]);
    expect(onAnswered).toHaveBeenCalled();
  });

  it('keeps everything with one click', async () => {
    const { api } = await show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep everything' }),
    );
    expect(api.provisioningRequests).toEqual([
      { ask: 'brake', answer: { digest: 'digest-of-214', answer: 'keep' } },
    ]);
  });

  it('says that other objects would go by now', async () => {
    const { api } = await show();
    api.answers.done = Object.assign(new Error('no'), { statusCode: 409 });
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep everything' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'other objects would go by now',
    );
  });

  it('says which permission is needed to answer', async () => {
    await show(aBrake(), false);
    expect(
      screen.getByText(/^The permission monitoring.provisioning.manage/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Keep everything' }),
    ).toBeNull();
  });

  it('says what was answered', async () => {
    const by = 'user:default/lena.fischer';
    const at = '2026-11-23T14:31:00Z';
    await show(aBrake({ answer: { answer: 'keep', by, at } }));
    expect(
      screen.getByText(/^lena.fischer keeps everything, 14:31 UTC/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
