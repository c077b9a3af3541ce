import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bindSloDefinition } from './bindSloDefinition';
import { OWN } from './ownAnnotations';
import { parseSloDocuments } from './parseSloDocuments';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/openslo.md'),
  'utf8',
);
const examples = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, text]) => text,
);

describe('the guide to SLO documents', () => {
  it.each(examples)('has examples that work: %.60s', text => {
    const { definitions, problems, invalid } = parseSloDocuments(text);
    expect({ problems, invalid }).toEqual({ problems: [], invalid: [] });
    expect(definitions).toHaveLength(1);
    expect(
      bindSloDefinition(definitions[0], {
        entityRef: 'component:default/ingestor',
        selector: 'service="ingestor"',
      }).id,
    ).toBe(definitions[0].name);
  });

  it('has examples of each kind', () => {
    expect(examples).toHaveLength(4);
  });

  it.each(Object.values(OWN))('tells of the annotation %s', annotation => {
    expect(guide).toContain(`\`${annotation}\``);
  });
});
