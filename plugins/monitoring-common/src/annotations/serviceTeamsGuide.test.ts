import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { MONITORING_ANNOTATIONS } from './constants';
import { LATER_ANNOTATIONS } from './laterAnnotations';
import { parseMonitoringSpec } from './parseMonitoringSpec';
import { anEntity, OPTIONS } from './__testUtils__/parseAnnotations';

const GUIDE = readFileSync(
  join(__dirname, '../../../../docs/service-teams.md'),
  'utf8',
);

/** The first file of SLO documents that our pages show. */
const [, SLO_FILE] = /^```yaml\n([^]*?)^```$/m.exec(
  readFileSync(join(__dirname, '../../../../docs/openslo.md'), 'utf8'),
)!;

/** In a portal with the packs of this version. */
function parse(annotations: Record<string, string>) {
  return parseMonitoringSpec(anEntity(annotations), {
    ...OPTIONS,
    knownPacks: ['http', 'media-ingestor'],
  });
}

/** The annotations of each YAML block: of an entity, or annotations alone. */
const EXAMPLES: Record<string, string>[] = [
  ...GUIDE.matchAll(/^```yaml\n([^]*?)^```$/gm),
].map(([, text]) => {
  const block = parseYaml(text);
  return withFiles(block.metadata?.annotations ?? block);
});

/** As the catalog does: the file that `$text` names stands in its place. */
function withFiles(
  annotations: Record<string, string | { $text: string }>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : SLO_FILE,
    ]),
  );
}

describe('the guide for service teams', () => {
  it.each(EXAMPLES.map(example => [example]))('is right about %j', example => {
    const { value, problems } = parse(example);
    expect(problems).toEqual([]);
    expect(value).not.toEqual(parse({}).value);
  });

  it.each(MONITORING_ANNOTATIONS)('has an example of %s', annotation => {
    expect(EXAMPLES.flatMap(example => Object.keys(example))).toContain(
      annotation,
    );
  });

  it('has an example of each kind of SLO that a pack can measure', () => {
    const slos = EXAMPLES.flatMap(example => parse(example).value.slos);
    expect([...new Set(slos.map(({ type }) => type))].sort()).toEqual([
      'availability',
      'errors',
      'latency',
    ]);
  });

  it.each(LATER_ANNOTATIONS.map(({ key }) => key))(
    'says that %s is not acted on',
    key => {
      const [, after] = GUIDE.split('## What this version does not act on yet');
      expect(after).toContain(`\`${key}\``);
    },
  );
});
