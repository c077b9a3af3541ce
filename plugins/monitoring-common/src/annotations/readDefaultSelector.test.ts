import { parseMonitoringSpec } from './parseMonitoringSpec';
import { anEntity, OPTIONS } from './__testUtils__/parseAnnotations';

describe('the default selector', () => {
  it('cannot be made to leave the default selector by a name', () => {
    const { value } = parseMonitoringSpec(
      anEntity({}, { metadata: { name: 'a"} or secret{x="' } }),
      // eslint-disable-next-line no-template-curly-in-string
      { ...OPTIONS, defaultSelector: 'service="${{ name }}"' },
    );
    expect(value.selector).toEqual([
      { label: 'service', operator: '=', value: 'a"} or secret{x="' },
    ]);
  });

  it.each([
    [
      'kind=`${{kind}}`, x=~"${{ namespace }}/${{ name }}-.*"',
      ['component', 'media/a\\.b-.*'],
    ],
    ["x='${{ name }}'", ['a.b']],
  ])('fills the default selector %s in', (defaultSelector, values) => {
    const { value, problems } = parseMonitoringSpec(
      anEntity({}, { metadata: { name: 'a.b', namespace: 'media' } }),
      { ...OPTIONS, defaultSelector },
    );
    expect(problems).toEqual([]);
    expect(value.selector.map(matcher => matcher.value)).toEqual(values);
  });

  it.each([
    ['service=', /no label matcher/],
    ['service="${{ owner }}"', /there are name, namespace and kind/],
    ['service=~".*"', /selects everything/],
    ['', /is missing/],
  ])(
    'never selects everything because the default selector is %j',
    (defaultSelector, message) => {
      const { value, problems } = parseMonitoringSpec(anEntity({}), {
        ...OPTIONS,
        defaultSelector,
      });
      expect(value.selector).toEqual([
        { label: 'service', operator: '=', value: 'ingestor' },
      ]);
      expect(problems).toEqual([
        expect.objectContaining({
          annotation: 'monitoring/selector',
          message: expect.stringMatching(message),
        }),
      ]);
    },
  );
});
