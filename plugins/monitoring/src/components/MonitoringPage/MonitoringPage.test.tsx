import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { Route, Routes } from 'react-router-dom';
import {
  aFleetApi,
  anOverview,
  aStoryFleet,
  FakeMonitoringApi,
  readable,
  renderScreen,
} from '../../__testUtils__';
import { MonitoringPage } from './MonitoringPage';

async function show(path: string, api: FakeMonitoringApi) {
  return await renderScreen(
    <Routes>
      <Route path="/monitoring/*" element={<MonitoringPage />} />
    </Routes>,
    { api, path, withPage: true },
  );
}

function anApi() {
  const api = aFleetApi(aStoryFleet(30));
  api.answers.provisioning = anOverview();
  return api;
}

const tab = (name: RegExp) => screen.findByRole('tab', { name });

describe('MonitoringPage', () => {
  it('begins with the SLOs, and says how much is behind its tabs', async () => {
    const { container } = await show('/monitoring', anApi());
    expect(
      await screen.findByRole('table', { name: 'All SLOs' }),
    ).toBeInTheDocument();
    expect(readable(await tab(/^SLOs 30$/))).toBe('SLOs 30');
    expect(await tab(/^SLOs/)).toHaveAttribute('aria-selected', 'true');
    expect(readable(await tab(/^Provisioning \d+$/))).toBe('Provisioning 812');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('keeps the address of provisioning', async () => {
    await show('/monitoring/provisioning', anApi());
    expect(
      await screen.findByRole('region', { name: 'State of provisioning' }),
    ).toBeInTheDocument();
    expect(await tab(/^Provisioning/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(await tab(/^SLOs/));
    expect(
      await screen.findByRole('table', { name: 'All SLOs' }),
    ).toBeInTheDocument();
  });

  it('has a tab without a count for whoever may not read it', async () => {
    const api = anApi();
    api.answers.provisioning = Object.assign(new Error('no'), {
      statusCode: 403,
    });
    await show('/monitoring/slos', api);
    await tab(/^SLOs 30$/);
    expect(readable(await tab(/^Provisioning/)).trim()).toBe('Provisioning');
  });

  it('gives each SLO its page', async () => {
    const api = anApi();
    const getSloDetail = jest.spyOn(api, 'getSloDetail');
    await show('/monitoring/slos/Component/default/ingestor/availability', api);
    expect(getSloDetail).toHaveBeenCalledWith(
      'component:default/ingestor',
      'availability',
    );
  });
});
