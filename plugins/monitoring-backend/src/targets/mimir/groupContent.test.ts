import fc from 'fast-check';
import { formatDuration } from '@sightline/backstage-plugin-monitoring-common';
import { groupContent, hashGroup } from './groupContent';
import { rulerForm } from './__testUtils__/rulerForm';
import { markGroup, readGroup } from './groupMarks';

const label = fc.stringMatching(/^[a-z]{1,8}$/);
const labels = fc.dictionary(label, fc.string({ maxLength: 10 }));
const duration = fc
  .integer({ min: 1, max: 2_000_000 })
  .map(seconds => formatDuration(seconds));
const optionalDuration = fc.option(fc.oneof(duration, fc.constant('0s')), {
  nil: undefined,
});
/** As it is written, line breaks and comments included. */
const expr = fc
  .tuple(label, fc.constantFrom('', '\n', '# why\n', '  '))
  .map(([name, before]) => `${before}sum(\n  ${name}\n)`);

const rule = fc.oneof(
  fc.record(
    { record: label, expr, labels },
    { requiredKeys: ['record', 'expr'] },
  ),
  fc.record(
    {
      alert: label,
      expr,
      for: optionalDuration,
      keep_firing_for: optionalDuration,
      labels,
      annotations: labels,
    },
    { requiredKeys: ['alert', 'expr'] },
  ),
);
const group = fc.record(
  {
    name: label,
    interval: optionalDuration,
    limit: fc.nat(3),
    labels,
    rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ['name', 'rules'] },
);
const mark = fc.record({
  key: label.map(name => `component:default/${name}|slo-rule-group|slos`),
  entityRef: label.map(name => `component:default/${name}`),
  hash: fc.stringMatching(/^[0-9a-f]{16}$/),
});

describe('a rule group in a ruler', () => {
  it('is the same when it comes back in the form of the ruler', () => {
    fc.assert(
      fc.property(group, wanted => {
        const back = rulerForm(wanted) as any;
        expect(groupContent(back)).toEqual(groupContent(wanted as any));
        expect(hashGroup(back)).toBe(hashGroup(wanted as any));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back its mark, and is the same without it', () => {
    fc.assert(
      fc.property(group, mark, (wanted, owner) => {
        const back = rulerForm(markGroup(wanted as any, owner)) as any;
        const read = readGroup(back);
        expect(read.mark).toEqual(owner);
        expect(hashGroup(read.group)).toBe(hashGroup(wanted as any));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has its mark in no label, which would restart its alerts', () => {
    fc.assert(
      fc.property(group, mark, (wanted, owner) => {
        const marked = markGroup(wanted as any, owner);
        const labelsOf = ({ rules }: any) =>
          rules.map((one: any) => one.labels);
        expect(labelsOf(marked)).toEqual(labelsOf(wanted));
        expect(marked.name).toBe(wanted.name);
      }),
    );
  });

  it('is another when any of its parts is', () => {
    fc.assert(
      fc.property(group, fc.nat(), (wanted, at) => {
        const index = at % wanted.rules.length;
        const rules = wanted.rules.map((one, position) =>
          position === index ? { ...one, expr: `${one.expr} > 1` } : one,
        );
        expect(hashGroup({ ...wanted, rules } as any)).not.toBe(
          hashGroup(wanted as any),
        );
      }),
    );
  });
});
