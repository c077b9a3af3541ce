import { markRule, readRuleOwner, ruleContent } from './alertRuleMarks';

const rule = {
  uid: 'sl-r1',
  title: 'Slow',
  data: [],
  annotations: { summary: 'Slow' },
};
const key = 'component:default/old|alert-rule-group|alerts';

describe('marks of alert rules', () => {
  it.each(['component:default/old', 'component:default/new'])(
    'name the entity as it is called now (%s)',
    entityRef => {
      const owner = { key, entityRef, hash: 'h1' };
      const marked = markRule(rule, owner) as any;
      expect(readRuleOwner(marked)).toEqual({ entityRef, hash: 'h1' });
      expect(ruleContent(marked).annotations).toEqual({ summary: 'Slow' });
    },
  );

  it('are not there on a rule that a person made', () => {
    expect(readRuleOwner(rule as any)).toBeUndefined();
  });

  it('are not believed on a copy that a person made', () => {
    const owner = { key, entityRef: 'component:default/old', hash: 'h1' };
    const copy = { ...markRule(rule, owner), uid: 'bf5kx' };
    expect(readRuleOwner(copy as any)).toBeUndefined();
  });
});

describe('the content of a rule', () => {
  // As 12.4 stores it (recording `alert-rules`).
  const stored = {
    ...rule,
    for: '5m',
    data: [
      {
        refId: 'A',
        queryType: '',
        datasourceUid: 'prom',
        relativeTimeRange: { from: 600, to: 0 },
        model: {
          refId: 'A',
          expr: 'up',
          intervalMs: 1_000,
          maxDataPoints: 43_200,
        },
      },
    ],
    keep_firing_for: '0s',
    notification_settings: null,
    record: null,
    missingSeriesEvalsToResolve: 0,
  };
  const [query] = stored.data;

  it('is without what the server adds', () => {
    const { data, ...content } = ruleContent(stored);
    expect(data).toEqual([
      {
        refId: 'A',
        datasourceUid: 'prom',
        relativeTimeRange: { from: 600, to: 0 },
        model: { refId: 'A', expr: 'up' },
      },
    ]);
    expect(content).not.toHaveProperty('keep_firing_for');
    expect(content).not.toHaveProperty('record');
    expect(ruleContent(ruleContent(stored))).toEqual(ruleContent(stored));
  });

  it.each([
    ['how long it fires on', { keep_firing_for: '5m' }],
    ['when a series is forgotten', { missingSeriesEvalsToResolve: 3 }],
    ['what it records', { record: { metric: 'a', from: 'A' } }],
    [
      'how much it asks for',
      { data: [{ ...query, model: { ...query.model, maxDataPoints: 100 } }] },
    ],
    [
      'how fine it asks',
      { data: [{ ...query, model: { ...query.model, intervalMs: 15_000 } }] },
    ],
  ])('is another one when a person changed %s', (_what, change) => {
    expect(ruleContent({ ...stored, ...change })).not.toEqual(
      ruleContent(stored),
    );
  });
});
