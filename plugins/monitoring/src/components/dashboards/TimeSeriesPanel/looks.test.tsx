import { screen, waitFor, within } from '@testing-library/react';
import { renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { TimeSeriesPanel } from './TimeSeriesPanel';

jest.mock('uplot', () => ({
  __esModule: true,
  default: jest.requireActual('../../../__testUtils__/FakePlot').FakePlot,
}));

async function show(id: number) {
  const { panel, frames, range, texts } = looksPanel(id);
  await renderScreen(
    <TimeSeriesPanel
      {...{ panel, frames, range }}
      title={panel.title}
      variables={{}}
      alerts={[]}
      marks={[]}
      cursorSync="off"
      onZoom={() => {}}
    />,
  );
  return texts!;
}

/** As a reader sees it: one kind of space. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a legend says, line by line, as the recording has it. */
function said(): string[] {
  const table = screen.queryByRole('table');
  if (table) {
    const [head, ...rows] = within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell =>
          plain(cell.textContent).replace(/ ?[▾▴]$/, ''),
        ),
      );
    return [
      head.join('\t'),
      ...rows.flatMap(([name, ...values]) => [name, values.join('\t')]),
    ];
  }
  return [...screen.getByRole('list').querySelectorAll('button, small')].map(
    part => plain(part.textContent),
  );
}

/** What a real Grafana 12.4 says on these panels with the same data. */
describe('a graph over time says what Grafana says', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15])(
    'on panel %d of the gallery',
    async id => {
      const { text } = await show(id);
      await waitFor(() =>
        expect(said()).toEqual(
          text.map(line => line.replace(/[^\S\t]+/g, ' ')),
        ),
      );
    },
  );

  it('on panel 13, where there is no data', async () => {
    const { text } = await show(13);
    expect(screen.getByText(text[0])).toBeInTheDocument();
  });
});
