import { parse as parseYaml } from 'yaml';
import { MONITORING_ANNOTATIONS } from './constants';
import { parseAnnotations } from './__testUtils__/parseAnnotations';

describe('problems of annotations', () => {
  /* eslint-disable no-script-url */
  it.each([
    [
      'monitoring/slos',
      'availability 99,9% 30d; latency p95 < 500ms 30d',
      /'99,9%' has a comma; write it with a point: 99\.9%/,
      '99,9%',
    ],
    ['monitoring/slos', 'availability 100%', /no error budget/, '100%'],
    ['monitoring/slos', 'availability 99.9', /needs a percent sign/, '99.9'],
    ['monitoring/slos', 'speed 99%', /'speed' is no kind of SLO/, 'speed'],
    ['monitoring/slos', 'latency p95 > 5s', /'<' is expected/, '>'],
    ['monitoring/slos', 'latency p95 < fast', /is no duration/, 'fast'],
    ['monitoring/slos', 'availability 99% 400d', /is no window/, '400d'],
    ['monitoring/slos', 'availability 99% name=Ä', /is no name/, 'name=Ä'],
    ['monitoring/slos', 'availability', /is missing/, 'availability'],
    ['monitoring/packs', 'http, Bad Name', /no name of a pack/, 'Bad Name'],
    ['monitoring/packs', 'pg(database)', /is no option/, 'database'],
    ['monitoring/selector', 'job=ingestor', /needs double quotes/, 'ingestor'],
    ['monitoring/selector', '{job="a"}', /without braces/, '{'],
    ['monitoring/selector', 'job=~"(?=x)"', /look-around/, '"(?=x)"'],
    ['monitoring/alerts', 'Foo > 3', /is no override/, 'Foo > 3'],
    ['monitoring/alerts', 'Foo: loud', /is not understood/, 'Foo: loud'],
    [
      'monitoring/provision',
      'dashboard',
      /did you mean 'dashboards'/,
      'dashboard',
    ],
    ['monitoring/prometheus', 'eu-wst', /did you mean 'eu-west'/, 'eu-wst'],
    ['monitoring/runbook', 'ftp://runbooks', /no address/, 'ftp://runbooks'],
    [
      'monitoring/runbook',
      'javascript:alert(1)',
      /no address/,
      'javascript:alert(1)',
    ],
    ['monitoring/runbook', 'https://a@evil', /no address/, 'https://a@evil'],
    ['monitoring/dashboards', 'abc', /names no dashboard/, 'abc'],
    ['monitoring/dashboards', 'tag:a, tag:a', /named twice/, 'tag:a'],
    ['monitoring/notify', 'a b', /is no channel/, 'a b'],
    ['monitoring/grafana', '//evil', /is no configured instance/, '//evil'],
    ['monitoring/provision', 'slos, none', /stands alone/, 'none'],
    ['monitoring/packs', 'http, http', /named twice/, 'http'],
    ['monitoring/packs', 'pg(a=1,a=2)', /given twice/, 'a=2'],
    ['monitoring/selector', 'env!="dev"', /those of others/, 'env!="dev"'],
    ['monitoring/selector', 'env=~".*"', /those of others/, 'env=~".*"'],
    ['monitoring/alerts', 'Foo: > much', /no number/, 'Foo: > much'],
    ['monitoring/alerts', 'Foo: > 1e999', /no number/, 'Foo: > 1e999'],
    ['monitoring/alerts', 'Foo: for ever', /no duration/, 'Foo: for ever'],
    ['monitoring/slos', 'availability 0%', /no error budget/, '0%'],
    ['monitoring/slos', 'errors < 100%', /no error budget/, '100%'],
    ['monitoring/slos', 'availability 99% 30d 7d', /not understood/, '7d'],
    ['monitoring/slos', 'availability 99% sli=http', /is no SLI/, 'sli=http'],
    ['monitoring/mute', 'at night', /is no mute timing/, 'at night'],
    ['monitoring/renamed-from', 'uploader', /no whole ref/, 'uploader'],
    [
      'monitoring/renamed-from',
      'component:default/a"}',
      /no whole ref/,
      'component:default/a"}',
    ],
    [
      'monitoring/renamed-from',
      'component:default/Ingestor',
      /has this name now/,
      'component:default/Ingestor',
    ],
    ['monitoring/environments', 'Prod', /is no environment/, 'Prod'],
    ['monitoring/environments', 'a, a', /is named twice/, 'a'],
    [
      'monitoring/environments',
      'a(selektor: env="a")',
      /no 'selektor'; did you mean 'selector'/,
      'selektor: env="a"',
    ],
    ['monitoring/environments', 'a(env="a")', /is no option/, 'env="a"'],
    ['monitoring/environments', 'a(grafana: eu)', /There are: default/, 'eu'],
    [
      'monitoring/environments',
      'a(selector: x="1", env=a)',
      /needs double quotes/,
      'a',
    ],
    [
      'monitoring/environments',
      'a(selector: {service=~".*"})',
      /those of others/,
      '{service=~".*"}',
    ],
    [
      'monitoring/environments',
      'a(grafana: default, grafana: default)',
      /given twice/,
      'grafana: default',
    ],
    [
      'monitoring/environments',
      'a(selector: env="x"), b(selector: env="x")',
      /same series as 'a'/,
      'b(selector: env="x")',
    ],
  ])('says what is wrong with %s: %s', (annotation, text, message, fault) => {
    const { problems } = parseAnnotations({ [annotation]: text });
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem.annotation).toBe(annotation);
    expect(problem.message).toMatch(message);
    const { offset, length } = problem.position!;
    expect(text.slice(offset, offset + length)).toBe(fault);
    expect(problem.value).toBe(text);
  });

  it('uses the good part of an annotation with a fault', () => {
    const { value } = parseAnnotations({
      'monitoring/slos': 'availability 99,9% 30d; latency p95 < 500ms 30d',
      'monitoring/packs': 'http, Bad Name',
    });
    expect(value.slos).toHaveLength(1);
    expect(value.slos[0].type).toBe('latency');
    expect(value.packs).toEqual([{ id: 'http', options: {} }]);
  });

  it('provisions nothing when it understands nothing of what may be provisioned', () => {
    expect(
      parseAnnotations({ 'monitoring/provision': 'nothing' }).value.provision,
    ).toEqual([]);
  });

  it('gives an example that works with each problem', () => {
    const faulty = Object.fromEntries(
      MONITORING_ANNOTATIONS.map(annotation => [annotation, '§ § §']),
    );
    const { problems } = parseAnnotations({
      ...faulty,
      'monitoring/packes': 'http',
    });
    expect(problems).toHaveLength(MONITORING_ANNOTATIONS.length + 1);
    for (const { annotation, example } of problems) {
      const again = parseAnnotations(
        annotation === 'monitoring/packes'
          ? parseYaml(example!)
          : { [annotation]: example! },
      ).problems;
      expect(again.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});
