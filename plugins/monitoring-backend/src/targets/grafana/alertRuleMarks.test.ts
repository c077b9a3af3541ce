import { markRule, readRuleOwner, ruleContent } from './alertRuleMarks';

const rule = {
  uid: 'r1',
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
});
