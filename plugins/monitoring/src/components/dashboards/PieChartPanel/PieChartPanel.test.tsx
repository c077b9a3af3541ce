import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { aPanelProps, looksProps } from '../../../__testUtils__/panelProps';
import { textLines } from '../../../__testUtils__/textLines';
import { PieChartPanel } from './PieChartPanel';

type Json = Record<string, unknown>;

const PARTS = { ok: [90], failed: [6], slow: [4] };

async function show(
  options: Json = {},
  defaults: Json = {},
  values: Record<string, number[]> = PARTS,
  overrides: Json[] = [],
) {
  return renderScreen(
    <PieChartPanel
      {...aPanelProps(
        {
          type: 'piechart',
          title: 'Answers',
          options: {
            pieType: 'pie',
            displayLabels: [],
            legend: {
              showLegend: true,
              displayMode: 'table',
              placement: 'right',
              values: ['value', 'percent'],
            },
            ...options,
          },
          fieldConfig: { defaults: { unit: 'short', ...defaults }, overrides },
        },
        values,
      )}
    />,
  );
}

const cells = (lines: string[]) => lines.flatMap(line => line.split('\t'));

describe('PieChartPanel', () => {
  it.each([31, 32])(
    'says on panel %s of the gallery what Grafana says',
    async id => {
      const { container } = await renderScreen(
        <PieChartPanel {...looksProps(id)} />,
      );
      await waitFor(() =>
        expect(cells(textLines(container))).toEqual(
          cells(looksPanel(id).texts!.text),
        ),
      );
    },
  );

  it('tells all of its slices to those who listen', async () => {
    await show();
    expect(
      screen.getByRole('img', {
        name: 'Answers: 3 parts. ok: 90, 90%. failed: 6, 6%. slow: 4, 4%.',
      }),
    ).toBeInTheDocument();
  });

  it.each([
    ['desc', ['ok', 'failed', 'slow']],
    ['asc', ['slow', 'failed', 'ok']],
    ['none', ['ok', 'slow', 'failed']],
  ])('sorts %s', async (sort, names) => {
    await show({ sort }, {}, { ok: [90], slow: [4], failed: [6] });
    const buttons = await screen.findAllByRole('button', { pressed: true });
    expect(buttons.map(({ textContent }) => textContent)).toEqual(names);
  });

  it.each([
    [0, '33%'],
    [undefined, '33%'],
    [2, '33.33%'],
  ])('writes parts with %s decimals', async (decimals, percent) => {
    await show({}, { decimals }, { a: [1], b: [2] });
    expect(await screen.findByText(percent)).toBeInTheDocument();
  });

  it('counts the parts of what is shown alone', async () => {
    const { container } = await show();
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(await screen.findByRole('button', { name: 'ok' }));
    expect(screen.getByText('60%')).toBeInTheDocument();
    expect(screen.getByText('40%')).toBeInTheDocument();
    expect(cells(textLines(container))).toContain('-');
  });

  it('leaves out what the author hides', async () => {
    const { container } = await show({}, {}, PARTS, [
      {
        matcher: { id: 'byName', options: 'ok' },
        properties: [
          { id: 'custom.hideFrom', value: { viz: true, legend: true } },
        ],
      },
    ]);
    await screen.findByRole('table');
    expect(cells(textLines(container))).toEqual([
      'Name',
      'Value',
      'Percent',
      'failed',
      '6',
      '60%',
      'slow',
      '4',
      '40%',
    ]);
  });

  it('goes from slice to slice by the arrow keys', async () => {
    await show();
    screen.getByRole('img', { name: /Answers/ }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent('failed6 (6%)');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says when there is nothing to divide', async () => {
    const { container } = await show({}, { noValue: 'none yet' }, {});
    expect(container).toHaveTextContent('none yet');
  });

  it.each([
    ['zeros', { a: [0], b: [0] }],
    ['infinity', { a: [Infinity], b: [1] }],
    ['less than nothing', { a: [-5], b: [1] }],
  ])('never draws what is no number: %s', async (_, values) => {
    const { container } = await show(
      { displayLabels: ['percent'] },
      {},
      values,
    );
    await screen.findByRole('table');
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show();
    await screen.findByRole('table');
    expect((await axe(container)).violations).toEqual([]);
  });
});
