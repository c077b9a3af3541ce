import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { readExemplarLinks } from '../../config/readExemplarLinks';
import { exemplarLinks } from './exemplarLinks';

const URL_TEMPLATE =
  'https://traces.example.com/trace/${{ value }}?from=${{value}}';

function read(url: string) {
  return readExemplarLinks(
    new ConfigReader({ exemplars: [{ label: 'trace_id', url }] }),
    'monitoring.prometheus[0]',
  )!;
}

describe('links to traces', () => {
  it('are made of the operator’s address and the label’s value', () => {
    expect(exemplarLinks({ trace_id: 'a1/b?c' }, read(URL_TEMPLATE))).toEqual([
      {
        title: 'trace_id',
        url: 'https://traces.example.com/trace/a1%2Fb%3Fc?from=a1%2Fb%3Fc',
      },
    ]);
  });

  it.each(['', '..', '.', 'x'.repeat(201), '\ud800'])(
    'are not made of %j',
    value => {
      expect(exemplarLinks({ trace_id: value }, read(URL_TEMPLATE))).toEqual(
        [],
      );
    },
  );

  it('are not made of what an exemplar does not have', () => {
    expect(exemplarLinks({}, read(URL_TEMPLATE))).toEqual([]);
    expect(
      exemplarLinks({}, [
        { label: 'constructor', url: 'https://a/', title: '' },
      ]),
    ).toEqual([]);
  });

  it('lead to the operator’s server and path, whatever the value is', () => {
    const links = read(URL_TEMPLATE);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), value => {
        for (const { url } of exemplarLinks({ trace_id: value }, links)) {
          const { protocol, host, pathname, hash } = new URL(url);
          expect([protocol, host, hash]).toEqual([
            'https:',
            'traces.example.com',
            '',
          ]);
          expect(pathname).toMatch(/^\/trace\/[^/]+$/);
        }
      }),
    );
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(${{ value }})',
    'https://${{ value }}/trace',
    'https://traces.${{ value }}/',
    'https://user:secret@traces/${{ value }}',
    '//traces/${{ value }}',
    'https://traces.example.com/trace',
    'data:text/html,${{ value }}',
  ])('are refused by naming the key: %s', url => {
    expect(() => read(url)).toThrow(
      /^monitoring\.prometheus\[0\]\.exemplars\[0\]\.url is '.*'; expected an address with http or https/,
    );
  });
});
