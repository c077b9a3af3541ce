import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { aPanelProps, looksProps } from '../../../__testUtils__/panelProps';
import { textLines } from '../../../__testUtils__/textLines';
import { StatPanel } from './StatPanel';

type Json = Record<string, unknown>;

const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { color: 'green', value: null },
    { color: 'orange', value: 50 },
    { color: 'red', value: 90 },
  ],
};

async function show(
  values: Record<string, (number | null)[]>,
  options: Json = {},
  defaults: Json = {},
) {
  return renderScreen(
    <StatPanel
      {...aPanelProps(
        {
          type: 'stat',
          title: 'Pool',
          options,
          fieldConfig: { defaults: { unit: 'percent', ...defaults } },
        },
        values,
      )}
    />,
  );
}

describe('StatPanel', () => {
  it.each([16, 17, 18, 19, 20, 21, 22])(
    'says on panel %s of the gallery what Grafana says',
    async id => {
      const { container } = await renderScreen(
        <StatPanel {...looksProps(id)} />,
      );
      expect(textLines(container)).toEqual(looksPanel(id).texts?.text);
    },
  );

  it('shows the last value that there is, without a name', async () => {
    const { container } = await show({ used: [10, 94, null] });
    expect(textLines(container)).toEqual(['94%']);
  });

  it.each([
    ['auto', ['primary', '94%', 'replica', '41%']],
    ['value_and_name', ['primary', '94%', 'replica', '41%']],
    ['value', ['94%', '41%']],
    ['name', ['primary', 'replica']],
    ['none', []],
  ])('writes what the author wants: %s', async (textMode, lines) => {
    const { container } = await show(
      { primary: [94], replica: [41] },
      { textMode },
    );
    expect(textLines(container)).toEqual(lines);
  });

  it('names a figure that the author has given a name', async () => {
    const { container } = await show(
      { used: [94] },
      {},
      { displayName: 'in use' },
    );
    expect(textLines(container)).toEqual(['in use', '94%']);
  });

  it.each([
    [10, 'below 50%'],
    [50, 'from 50%'],
    [94, 'from 90%'],
  ])('says how good %s is, not by colour alone', async (value, meaning) => {
    await show({ used: [value] }, {}, { thresholds: THRESHOLDS });
    expect(screen.getByRole('img', { name: meaning })).toBeInTheDocument();
  });

  it('does not judge by limits that nobody chose', async () => {
    await show(
      { used: [94] },
      {},
      {
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: 80 },
          ],
        },
      },
    );
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('writes what the author wants for a value', async () => {
    const { container } = await show(
      { up: [0] },
      { colorMode: 'background' },
      {
        thresholds: THRESHOLDS,
        mappings: [
          { type: 'value', options: { '0': { text: 'Down', color: 'red' } } },
        ],
      },
    );
    expect(textLines(container)).toEqual(['Down']);
  });

  it.each([
    [[100, 88], '-12%'],
    [[100, 100], '0%'],
    [[3, 4], '33.3%'],
    [[1, 21], '2,000%'],
  ])('shows how much %j changed', async (values, change) => {
    await show({ used: values }, { showPercentChange: true });
    expect(screen.getByText(change)).toBeInTheDocument();
  });

  it('does not say how much a value changed that was nothing', async () => {
    const { container } = await show(
      { used: [0, 5] },
      { showPercentChange: true },
    );
    expect(textLines(container)).toEqual(['5%']);
  });

  it('leads where the author’s link leads', async () => {
    await show(
      { used: [94] },
      {},
      {
        links: [
          { title: 'Runbook', url: 'https://x.example/?v=${__value.raw}' },
          // eslint-disable-next-line no-script-url
          { title: 'Bad', url: 'javascript:alert(1)' },
        ],
      },
    );
    expect(screen.getByRole('link', { name: /94%: Runbook/ })).toHaveAttribute(
      'href',
      'https://x.example/?v=94',
    );
  });

  it('offers several links as a menu', async () => {
    await show(
      { used: [94] },
      {},
      {
        links: [
          { title: 'Runbook', url: 'https://x.example/a' },
          { title: 'Traces', url: 'https://x.example/b' },
        ],
      },
    );
    await userEvent.click(screen.getByRole('button', { name: /Links of/ }));
    expect(
      within(screen.getByRole('menu'))
        .getAllByRole('menuitem')
        .map(item => item.getAttribute('href')),
    ).toEqual(['https://x.example/a', 'https://x.example/b']);
  });

  it('X01 · writes markup of a hostile dashboard as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { container } = await show(
      { up: [0] },
      {},
      {
        displayName: hostile,
        mappings: [{ type: 'value', options: { '0': { text: hostile } } }],
      },
    );
    expect(container.querySelector('img')).toBeNull();
    expect(textLines(container)).toEqual([hostile, hostile]);
  });

  it('names a figure for those who listen when its name is not written', async () => {
    await show({ primary: [94], replica: [41] }, { textMode: 'value' });
    expect(screen.getByRole('group', { name: 'replica' })).toHaveTextContent(
      '41%',
    );
  });

  it('tells how many figures there are beyond those that can be drawn', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_, index) => [`pod-${index}`, [index]]),
    );
    await show(many, { graphMode: 'none' });
    expect(screen.getByText('and 50 more')).toBeInTheDocument();
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show(
      { primary: [10, 94], replica: [3, 41] },
      {},
      { thresholds: THRESHOLDS },
    );
    expect((await axe(container)).violations).toEqual([]);
  });
});
