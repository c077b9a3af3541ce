import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { aPanelProps } from '../../../__testUtils__/panelProps';
import { DashboardContext } from '../DashboardContext';
import { DashboardListPanel } from './DashboardListPanel';

async function show(
  options: Record<string, unknown>,
  variables: Record<string, string | string[]> = {},
) {
  return renderScreen(
    <DashboardContext.Provider
      value={{
        entityRef: 'component:default/x',
        uid: 'overview',
        alerts: [],
        dashboards: [
          { uid: 'u', title: 'Uploads', source: 'grafana', tags: ['media'] },
          { uid: 'overview', title: 'Overview', source: 'pack' },
          { uid: 'd', title: 'Database', source: 'grafana', tags: ['sql'] },
        ],
        pathOf: uid => `/x?dashboard=${uid}`,
        openDashboard: () => {},
      }}
    >
      <DashboardListPanel
        {...aPanelProps({ type: 'dashlist', title: 'More', options })}
        range={{ from: 1, to: 2 }}
        variables={variables}
      />
    </DashboardContext.Provider>,
  );
}

const names = () =>
  screen.queryAllByRole('link').map(({ textContent }) => textContent);

describe('DashboardListPanel', () => {
  it.each([
    [{}, ['Database', 'Overview', 'Uploads']],
    [{ maxItems: 2 }, ['Database', 'Overview']],
    [{ showSearch: true, query: 'load' }, ['Uploads']],
    [{ showSearch: true, query: '$word' }, ['Database']],
    [{ showSearch: true, tags: ['media'] }, ['Uploads']],
    [{ showSearch: true, tags: ['media', 'sql'] }, []],
  ])('lists what the author asks for: %j', async (options, expected) => {
    await show(options, { word: 'DATA' });
    expect(names()).toEqual(expected);
  });

  it('leads to dashboards on this page, with time and variables', async () => {
    await show({ keepTime: true, includeVars: true }, { pod: ['a', 'b&c'] });
    expect(screen.getByRole('link', { name: 'Uploads' })).toHaveAttribute(
      'href',
      '/x?dashboard=u&from=1&to=2&var-pod=a&var-pod=b%26c',
    );
  });

  it('marks the dashboard that is open', async () => {
    await show({});
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent(
      'Overview',
    );
  });

  it('says when there is none', async () => {
    await show({ showSearch: true, query: 'nothing like it' });
    expect(screen.getByText('No dashboard to list')).toBeInTheDocument();
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show({});
    expect((await axe(container)).violations).toEqual([]);
  });
});
