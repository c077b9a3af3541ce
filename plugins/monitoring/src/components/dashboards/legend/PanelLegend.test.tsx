import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { LegendItem } from './LegendItem';
import { legendValues } from './legendValues';
import { PanelLegend, PanelLegendProps } from './PanelLegend';
import { useVisibleItems } from './useVisibleItems';

const item = (name: string, mean?: number): LegendItem => ({
  key: name,
  name,
  color: '#73BF69',
  values:
    mean === undefined
      ? []
      : [{ title: 'Mean', text: `${mean} req/s`, number: mean }],
});

const OPTIONS: PanelLegendProps['options'] = {
  displayMode: 'table',
  placement: 'bottom',
  sortDescending: false,
};

function Legend(props: Partial<PanelLegendProps> & { items: LegendItem[] }) {
  const { visible, select } = useVisibleItems(props.items.map(one => one.key));
  return (
    <PanelLegend
      title="Requests"
      options={OPTIONS}
      visible={visible}
      onSelect={select}
      {...props}
    />
  );
}

async function showTable(props: Parameters<typeof Legend>[0]) {
  const rendered = await renderScreen(<Legend {...props} />);
  await screen.findByRole('table');
  return rendered;
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getByRole('button').textContent);
const pressed = () =>
  screen
    .getAllByRole('button', { pressed: true })
    .map(({ textContent }) => textContent);

describe('PanelLegend', () => {
  const items = [item('node-10', 3), item('node-9', 10), item('Node-1', NaN)];

  it('keeps the order of the series until somebody sorts', async () => {
    await showTable({ items });
    expect(names()).toEqual(['node-10', 'node-9', 'Node-1']);
    const mean = screen.getByRole('button', { name: 'Mean' });
    await userEvent.click(mean);
    expect(names()).toEqual(['node-9', 'node-10', 'Node-1']);
    expect(screen.getByRole('columnheader', { name: 'Mean' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await userEvent.click(mean);
    expect(names()).toEqual(['Node-1', 'node-10', 'node-9']);
    await userEvent.click(mean);
    expect(names()).toEqual(['node-10', 'node-9', 'Node-1']);
  });

  it('sorts names as people count', async () => {
    const options = { ...OPTIONS, sortBy: 'Name' };
    await showTable({ items, options });
    expect(names()).toEqual(['Node-1', 'node-9', 'node-10']);
  });

  it('shows one alone by a click, all by another, and switches one by Ctrl', async () => {
    await showTable({ items });
    const one = screen.getByRole('button', { name: 'node-9' });
    await userEvent.click(one);
    expect(pressed()).toEqual(['node-9']);
    await userEvent.click(one);
    expect(pressed()).toEqual(['node-10', 'node-9', 'Node-1']);
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(one);
    await user.keyboard('{/Control}');
    expect(pressed()).toEqual(['node-10', 'Node-1']);
  });

  it('tells which item the pointer or the keyboard is on', async () => {
    const onHighlight = jest.fn();
    await showTable({ items, onHighlight });
    await userEvent.hover(screen.getByRole('button', { name: 'node-9' }));
    expect(onHighlight).toHaveBeenLastCalledWith('node-9');
    await userEvent.unhover(screen.getByRole('button', { name: 'node-9' }));
    expect(onHighlight).toHaveBeenLastCalledWith(undefined);
  });

  it('writes a list with the figures, those of the right axis at its end', async () => {
    await renderScreen(
      <Legend
        items={[{ ...item('memory', 2), isOnRight: true }, item('requests', 1)]}
        options={{ ...OPTIONS, displayMode: 'list' }}
      />,
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['requests Mean: 1 req/s', 'memory Mean: 2 req/s']);
  });

  it('writes a figure without a title as it is', async () => {
    await renderScreen(
      <Legend
        items={[{ ...item('a'), values: [{ title: '', text: '30%' }] }]}
        options={{ ...OPTIONS, displayMode: 'list' }}
      />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent(/^a 30%$/);
  });

  it('has no fault that axe can find', async () => {
    const { container } = await showTable({ items });
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('legendValues', () => {
  const config = { unit: 'reqps', mappings: [], custom: {} };

  it('writes counts without the unit of the values, and changes in percent', () => {
    const values = [2, null, 3];
    expect(
      legendValues({ values, config }, [
        'count',
        'diffperc',
        'max',
        'last',
      ]).map(({ title, text }) => [title, text]),
    ).toEqual([
      ['Count', '2'],
      ['Difference percent', '50%'],
      ['Max', '3 req/s'],
      ['Last', '3 req/s'],
    ]);
  });
});
