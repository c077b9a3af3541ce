import { parse as parseYaml } from 'yaml';
import { LATER_ANNOTATIONS } from './laterAnnotations';
import { parseAnnotations } from './__testUtils__/parseAnnotations';

describe('findUnknownAnnotations', () => {
  it('names the annotation that somebody most likely meant', () => {
    const { problems } = parseAnnotations({ 'monitoring/pack': 'http' });
    expect(problems).toEqual([
      expect.objectContaining({
        annotation: 'monitoring/pack',
        message: expect.stringContaining("did you mean 'monitoring/packs'"),
      }),
    ]);
  });

  it('says plainly what this version does not understand', () => {
    const { problems } = parseAnnotations({
      'monitoring/alerts': 'groups:\n  - name: a',
    });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it.each(LATER_ANNOTATIONS)(
    'does not act on $key, and says what works',
    ({ key }) => {
      const { value, problems } = parseAnnotations({ [key]: 'anything' });
      expect(problems).toEqual([
        expect.objectContaining({
          annotation: key,
          severity: 'warning',
          message: expect.stringContaining('not understood by this version'),
        }),
      ]);
      expect(value).toEqual(parseAnnotations({}).value);
      expect(
        parseAnnotations(parseYaml(problems[0].example!)).problems,
      ).toEqual([]);
    },
  );

  it('leaves the annotations of others alone', () => {
    expect(
      parseAnnotations({
        'backstage.io/techdocs-ref': 'dir:.',
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': '9090',
        'prometheus.io/path': '/metrics',
      }).problems,
    ).toEqual([]);
  });
});
