import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useSearchParams } from 'react-router-dom';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentSelect } from './EnvironmentSelect';
import { useEnvironment } from './useEnvironment';

function Tab(props: { names: string[] }) {
  const environment = useEnvironment(
    props.names.map(name => ({ name, selector: [] })),
  );
  const [params, setParams] = useSearchParams();
  return (
    <>
      <EnvironmentSelect environment={environment} />
      <p>
        Shows {environment.chosen ?? 'everything'} at {params.toString()}
      </p>
      <button
        onClick={() => setParams({ environment: 'gone', dashboard: 'a' })}
      >
        Old link
      </button>
    </>
  );
}

const select = () => screen.getByRole('button', { name: /^Environment/ });

describe('EnvironmentSelect', () => {
  it('shows the first environment at first, and puts the chosen one in the address', async () => {
    await renderScreen(<Tab names={['prod', 'stage']} />);
    expect(select()).toHaveAccessibleName('Environment prod');
    expect(screen.getByText('Shows prod at')).toBeInTheDocument();

    await userEvent.click(select());
    const list = screen.getByRole('listbox', { name: 'Environment' });
    await userEvent.click(within(list).getByRole('option', { name: 'stage' }));
    expect(select()).toHaveAccessibleName('Environment stage');
    expect(
      screen.getByText('Shows stage at environment=stage'),
    ).toBeInTheDocument();
  });

  it('is chosen with the keyboard alone, and keeps the focus', async () => {
    await renderScreen(<Tab names={['prod', 'stage', 'test']} />);
    await userEvent.tab();
    expect(select()).toHaveFocus();
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(select()).toHaveAccessibleName('Environment test');
    expect(select()).toHaveFocus();
  });

  it('shows the first of an address whose environment is gone, and forgets the dashboard of another', async () => {
    await renderScreen(<Tab names={['prod', 'stage']} />);
    await userEvent.click(screen.getByRole('button', { name: 'Old link' }));
    expect(screen.getByText(/^Shows prod at/)).toBeInTheDocument();
    await userEvent.click(select());
    await userEvent.click(screen.getByRole('option', { name: 'stage' }));
    expect(
      screen.getByText('Shows stage at environment=stage'),
    ).toBeInTheDocument();
  });

  it.each([[[]], [['prod']]])(
    'is not there where there is no choice: %j',
    async names => {
      await renderScreen(<Tab names={names} />);
      expect(screen.queryByRole('button', { name: /^Environment/ })).toBeNull();
      expect(
        screen.getByText(`Shows ${names[0] ?? 'everything'} at`),
      ).toBeInTheDocument();
    },
  );

  it.each(['light', 'dark'] as const)(
    'has no fault that axe can find, in the %s theme',
    async theme => {
      const { container } = await renderScreen(
        <Tab names={['prod', 'stage']} />,
        { theme },
      );
      expect((await axe(container)).violations).toEqual([]);
    },
  );
});
