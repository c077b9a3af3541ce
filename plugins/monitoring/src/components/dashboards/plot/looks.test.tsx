import { ComponentType } from 'react';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { readable, renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { BarChartPanel } from '../BarChartPanel';
import { HeatmapPanel } from '../HeatmapPanel';
import { HistogramPanel } from '../HistogramPanel';
import { StateTimelinePanel } from '../StateTimelinePanel';
import { StatusHistoryPanel } from '../StatusHistoryPanel';
import { PanelProps } from '../types';

const PANELS: Record<number, ComponentType<PanelProps>> = {
  33: HeatmapPanel,
  34: HeatmapPanel,
  35: StateTimelinePanel,
  36: StatusHistoryPanel,
  37: BarChartPanel,
  38: HistogramPanel,
};

async function show(id: number, theme: 'light' | 'dark' = 'dark') {
  const { panel, frames, range, texts } = looksPanel(id);
  const Panel = PANELS[id];
  const { container } = await renderScreen(
    <Panel
      panel={panel}
      title={panel.title}
      frames={frames}
      range={range}
      variables={{}}
      marks={[]}
      cursorSync="off"
      alerts={[]}
      onZoom={() => {}}
    />,
    { theme },
  );
  const plot = screen.getByRole('img');
  return {
    container,
    texts: texts?.text ?? [],
    written: [...plot.querySelectorAll('text')].map(readable),
  };
}

/** What Grafana drew on its canvases, read from the pictures. */
const DRAWN: Record<number, string[]> = {
  33: [
    ...['0 s', '50 ms', '100 ms', '250 ms', '500 ms'],
    ...['1 s', '2.50 s', '5 s', '10 s', '+Inf', '01:30', '04:30'],
  ],
  34: ['0 req/s', '10 req/s', '20 req/s', '30 req/s', '02:00'],
  35: ['a', 'b', 'c', 'Up', 'Down', 'Up', '01:30', '04:30'],
  36: ['a', 'b', 'c', '01:30', '04:30'],
  37: [
    ...['gateway', 'ingestor', 'media-service', '164 K', '41.3 K', '74.2 K'],
    ...['0', '50 K', '100 K', '150 K'],
  ],
  38: [...['14 req/s', '18 req/s', '50 req/s', '0', '20', '40', '80', '100']],
};

describe('the gallery that a real Grafana drew', () => {
  it.each([33, 34])('panel %s tells what its colours stand for', async id => {
    const { texts } = await show(id);
    const legend = screen.getByRole('group', { name: /^Colours of/ });
    expect(readable(legend)).toBe(texts.join(''));
  });

  it.each([36, 37, 38])('panel %s has the same legend', async id => {
    const { texts } = await show(id);
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map(readable)).toEqual(texts);
  });

  it('panel 35 has no legend, as its colours are a scale', async () => {
    const { texts } = await show(35);
    expect(texts).toEqual([]);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it.each(Object.entries(DRAWN))(
    'panel %s writes what the picture has',
    async (id, expected) => {
      const { written } = await show(Number(id));
      expect(written).toEqual(expect.arrayContaining(expected));
    },
  );

  it.each([33, 34, 35, 36, 37, 38])(
    'panel %s has no fault that axe can find',
    async id => {
      for (const theme of ['light', 'dark'] as const) {
        const { container } = await show(id, theme);
        expect((await axe(container)).violations).toEqual([]);
        container.remove();
        document.body.innerHTML = '';
      }
    },
  );
});
