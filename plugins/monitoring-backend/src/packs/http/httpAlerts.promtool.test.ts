import { alertFirings } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { httpAlerts } from './httpAlerts';

const alerts = httpAlerts({
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
});

const count = (status: string) =>
  `http_request_duration_seconds_count{service="ingestor", method="GET", route="/", status_code="${status}"}`;
const bucket = (le: string) =>
  `http_request_duration_seconds_bucket{service="ingestor", method="GET", route="/", status_code="200", le="${le}"}`;

describe('alerts of the http pack, in promtool', () => {
  it('HighHttpErrorRate fires at 10 % errors', async () => {
    expect(
      await alertFirings(alerts, 'HighHttpErrorRate', '30m', {
        [count('200')]: '0+90x60',
        [count('500')]: '0+10x60',
      }),
    ).toBe(1);
  });

  it.each([
    ['at 1 % errors', { [count('200')]: '0+99x60', [count('500')]: '0+1x60' }],
    ['for a service that has never failed', { [count('200')]: '0+99x60' }],
    ['without traffic', { [count('200')]: '0x60' }],
    ['before 5 minutes have passed', { [count('500')]: '_x26 0+10x30' }],
  ])('HighHttpErrorRate does not fire %s', async (_what, series) => {
    expect(await alertFirings(alerts, 'HighHttpErrorRate', '30m', series)).toBe(
      0,
    );
  });

  it('SlowHttpResponses fires when a tenth takes 2.5 s', async () => {
    expect(
      await alertFirings(alerts, 'SlowHttpResponses', '30m', {
        [bucket('0.5')]: '0+90x60',
        [bucket('1')]: '0+90x60',
        [bucket('2.5')]: '0+100x60',
        [bucket('+Inf')]: '0+100x60',
      }),
    ).toBe(1);
  });

  it('SlowHttpResponses does not fire when all are fast', async () => {
    expect(
      await alertFirings(alerts, 'SlowHttpResponses', '30m', {
        [bucket('0.5')]: '0+100x60',
        [bucket('1')]: '0+100x60',
        [bucket('+Inf')]: '0+100x60',
      }),
    ).toBe(0);
  });
});
