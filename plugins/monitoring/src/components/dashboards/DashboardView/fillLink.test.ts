import { fillLink, LinkContext } from './fillLink';

const CONTEXT: LinkContext = {
  variables: { job: 'in gestor', instance: ['a:1', 'b:2'] },
  time: { from: 'now-6h', to: 'now' },
  grafanaUrl: 'https://grafana.test/below/d/sl-uploads/uploads',
};
const LINK = {
  title: 'Logs of $job',
  targetBlank: true,
  includeVars: false,
  keepTime: false,
};
const SCRIPT = `${'javascript'}:alert(1)`;

describe('fillLink', () => {
  it.each([
    ['https://x.test/$job', 'https://x.test/in%20gestor'],
    ['/d/other/x', 'https://grafana.test/below/d/other/x'],
    ['d/other', 'https://grafana.test/below/d/other'],
    [
      'https://x.test/?${__url_time_range}',
      'https://x.test/?from=now-6h&to=now',
    ],
    [
      'https://x.test/?${__all_variables}',
      'https://x.test/?var-job=in+gestor&var-instance=a%3A1&var-instance=b%3A2',
    ],
  ])('fills %s', (url, filled) => {
    expect(fillLink({ ...LINK, url }, CONTEXT)).toEqual({
      title: 'Logs of in gestor',
      url: filled,
      targetBlank: true,
    });
  });

  it('takes time and values along when it should', () => {
    const link = { ...LINK, url: 'https://x.test/?a=1', keepTime: true };
    expect(fillLink({ ...link, includeVars: true }, CONTEXT)?.url).toBe(
      'https://x.test/?a=1&from=now-6h&to=now&var-job=in+gestor&var-instance=a%3A1&var-instance=b%3A2',
    );
  });

  it.each([
    SCRIPT,
    ` ${SCRIPT}`,
    `java\nscript:alert(1)`,
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
  ])('leads nowhere that a browser must not go: %j', url => {
    expect(fillLink({ ...LINK, url }, CONTEXT)).toBeUndefined();
  });

  it('never lets a value choose another kind of address', () => {
    const variables = { target: SCRIPT };
    expect(
      fillLink({ ...LINK, url: '${target:raw}' }, { ...CONTEXT, variables }),
    ).toBeUndefined();
  });

  it('leads nowhere without the server that the address is of', () => {
    expect(
      fillLink({ ...LINK, url: '/d/x' }, { ...CONTEXT, grafanaUrl: undefined }),
    ).toBeUndefined();
  });
});
