import { grafanaLink } from './grafanaLinks';

describe('grafanaLink', () => {
  it('carries time, values and the panel, and keeps what the address has', () => {
    expect(
      grafanaLink('https://grafana.example.com/sub/d/x/slug?orgId=2', {
        from: 'now-6h',
        to: 'now',
        variables: { job: ['a', 'b'] },
        panelId: 7,
      }),
    ).toBe(
      'https://grafana.example.com/sub/d/x/slug?orgId=2&from=now-6h&to=now&var-job=a&var-job=b&viewPanel=7',
    );
  });
});
