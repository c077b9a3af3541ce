import { LabelMatcher } from '../annotations/types';
import { compileLabelMatchers } from './compileLabelMatchers';

const LABELS = { service: 'ingestor', env: 'prod' };

describe('compileLabelMatchers', () => {
  it.each<[string, LabelMatcher['operator'], string, boolean]>([
    ['service', '=', 'ingestor', true],
    ['service', '=', 'ingest', false],
    ['service', '!=', 'gateway', true],
    ['service', '!=', 'ingestor', false],
    ['service', '=~', 'ingest.+', true],
    ['service', '=~', 'ingest', false],
    ['service', '=~', 'gateway|ingestor', true],
    ['service', '=~', 'a|ingest', false],
    ['service', '!~', 'ingest', true],
    ['service', '!~', 'ingest.*', false],
    ['absent', '=', '', true],
    ['absent', '=~', '.*', true],
    ['absent', '=~', '.+', false],
    ['absent', '!~', '.+', true],
    ['constructor', '=', '', true],
  ])('matches as Prometheus does: %s%s"%s" is %s', (...row) => {
    const [label, operator, value, expected] = row;
    expect(compileLabelMatchers([{ label, operator, value }])(LABELS)).toBe(
      expected,
    );
  });

  it('asks that all matchers match', () => {
    const matches = compileLabelMatchers([
      { label: 'service', operator: '=', value: 'ingestor' },
      { label: 'env', operator: '=~', value: 'stage|dev' },
    ]);
    expect(matches(LABELS)).toBe(false);
    expect(matches({ ...LABELS, env: 'dev' })).toBe(true);
  });

  it('is not slowed down by a pattern that would blow up', () => {
    const matches = compileLabelMatchers([
      { label: 'service', operator: '=~', value: '(a+)+b' },
    ]);
    expect(matches({ service: 'a'.repeat(10_000) })).toBe(false);
  });
});
