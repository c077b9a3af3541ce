import { screen } from '@testing-library/react';
import { aPanel, renderScreen } from '../../../__testUtils__';
import { UnsupportedPanel } from './UnsupportedPanel';

async function show(type: string, grafanaUrl?: string) {
  return renderScreen(
    <UnsupportedPanel
      panel={{ ...aPanel({ type }), kind: 'unsupported', unsupported: 'type' }}
      grafanaUrl={grafanaUrl}
    />,
  );
}

describe('UnsupportedPanel', () => {
  it.each([
    ['logs', /lines of logs/],
    ['traces', /traces/],
    ['nodeGraph', /nodes/],
    ['geomap', /map/],
    ['news', /feed/],
    ['welcome', /how to begin/],
    ['somebody-fancy-panel', /type “somebody-fancy-panel”/],
    ['__proto__', /type “__proto__”/],
  ])('says what a panel of the type %s shows', async (type, text) => {
    await show(type);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('leads to the panel in Grafana', async () => {
    await show('logs', 'https://grafana.example/d/1?viewPanel=2');
    expect(
      screen.getByRole('link', { name: /Open in Grafana/ }),
    ).toHaveAttribute('href', 'https://grafana.example/d/1?viewPanel=2');
  });
});
