import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RuleFilesTarget } from '../targets';
import {
  builtInPacks,
  listRuleFiles,
  noProbes,
  OfflinePlanner,
  PackRegistry,
  preferredProbes,
  readEntities,
  readMonitoringConfig,
} from '.';

const now = new Date('2026-11-20T12:00:00Z');

function anEntity(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'monitoring/packs': 'http(dialect=opentelemetry)',
        'monitoring/slos': 'availability 99.9%',
        ...annotations,
      },
    },
    spec: { owner: 'team-shop' },
  };
}

describe('provisioning, worked out without a portal', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'sightline-offline-'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  function readConfig() {
    return readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          prometheus: [{ id: 'default', url: 'http://localhost:9090' }],
          provisioning: { ruleFiles: { directory } },
        },
      }),
    );
  }

  async function planFor(
    entities: Entity[],
    options: { complete: boolean; discovery?: typeof noProbes },
  ) {
    const config = readConfig();
    const read = await readEntities(entities, {
      config,
      configured: true,
      packs: PackRegistry.create(...builtInPacks),
      discovery: options.discovery ?? noProbes,
    });
    const planner = OfflinePlanner.create(
      read.flatMap(({ monitored }) => monitored ?? []),
      config,
      options,
    );
    const [ruleFiles] = config.provisioning.ruleFiles;
    const state = await listRuleFiles(ruleFiles, planner.objects);
    return { planner, ...planner.plan([state], now) };
  }

  /** Writes what is wanted, as the portal does. */
  async function provision(entities: Entity[]): Promise<void> {
    const { planner } = await planFor(entities, { complete: true });
    const [ruleFiles] = readConfig().provisioning.ruleFiles;
    const target = RuleFilesTarget.fromConfig(ruleFiles);
    for (const object of planner.objects) {
      await target.write(object);
    }
  }

  const actions = ({ steps }: { steps: { action: string; title: string }[] }) =>
    steps.map(({ action, title }) => `${action} ${title}`);

  it('comes to nothing where the portal has done it already', async () => {
    const entities = [anEntity('a'), anEntity('b')];
    expect(actions(await planFor(entities, { complete: true }))).toEqual([
      'create a · alerts',
      'create b · alerts',
      'create Shared SLO rules',
    ]);
    await provision(entities);
    const before = readdirSync(directory);
    expect(actions(await planFor(entities, { complete: true }))).toEqual([
      'nothing a · alerts',
      'nothing b · alerts',
      'nothing Shared SLO rules',
    ]);
    expect(readdirSync(directory)).toEqual(before);
  });

  it('says what changed, and what a person did', async () => {
    await provision([anEntity('a'), anEntity('b')]);
    const file = readdirSync(directory).find(name =>
      name.includes('b-alerts'),
    )!;
    const text = readFileSync(path.join(directory, file), 'utf8');
    writeFileSync(
      path.join(directory, file),
      text.replace(/for: \S+/, 'for: 42m'),
    );
    const changed = [
      anEntity('a', { 'monitoring/alerts': 'HighHttpErrorRate: off' }),
      anEntity('b'),
    ];
    const { steps } = await planFor(changed, { complete: true });
    expect(actions({ steps })).toEqual([
      'update a · alerts',
      'keep-drifted b · alerts',
      'nothing Shared SLO rules',
    ]);
    expect(steps[1].differences).toEqual([
      expect.objectContaining({ theirs: '42m', ours: '5m' }),
    ]);
  });

  it('leaves alone what is of all entities while it knows some', async () => {
    await provision([anEntity('a'), anEntity('b')]);
    const { leftOut, ...plan } = await planFor([anEntity('a')], {
      complete: false,
    });
    expect(leftOut).toEqual([
      expect.stringMatching(/^Shared SLO rules of rule-files:default: /),
    ]);
    expect(actions(plan)).toEqual(['nothing a · alerts']);
    const without = anEntity('a', { 'monitoring/packs': 'nodejs' });
    delete without.metadata.annotations!['monitoring/packs'];
    delete without.metadata.annotations!['monitoring/slos'];
    expect(actions(await planFor([without], { complete: false }))).toEqual([
      expect.stringMatching(/^wait-to-prune .*a-alerts/),
    ]);
    const all = await planFor([anEntity('a')], { complete: true });
    expect(actions(all)).toEqual([
      'nothing a · alerts',
      'update Shared SLO rules',
      expect.stringMatching(/^wait-to-prune .*b-alerts/),
    ]);
  });

  it('tells of entities of which a part is not known', async () => {
    const entity = anEntity('a', { 'monitoring/packs': 'http' });
    expect((await planFor([entity], { complete: true })).errors).toEqual([
      {
        entityRef: 'component:default/a',
        message: "The pack 'http' does not know the metrics yet",
      },
    ]);
    const guessed = await planFor([entity], {
      complete: true,
      discovery: preferredProbes,
    });
    expect(guessed.errors).toEqual([]);
    expect(actions(guessed)).toContain('create a · alerts');
  });

  it('lets an entity have its former name when nobody else has it', async () => {
    const renamed = anEntity('new', {
      'monitoring/renamed-from': 'component:default/old',
    });
    const options = {
      config: readConfig(),
      configured: true,
      packs: PackRegistry.create(...builtInPacks),
      discovery: preferredProbes,
    };
    const [alone] = await readEntities([renamed], options);
    expect(alone.monitored?.monitoring.spec.renamedFrom).toBe(
      'component:default/old',
    );
    const [waiting] = await readEntities([renamed, anEntity('old')], options);
    expect(waiting.monitored?.monitoring.spec).toMatchObject({
      awaitsName: 'component:default/old',
    });
  });

  it('accepts any server and channel where nobody said which there are', async () => {
    const entity = anEntity('a', {
      'monitoring/notify': 'anyone',
      'monitoring/prometheus': 'anywhere',
    });
    const problems = async (configured: boolean) => {
      const [{ monitored }] = await readEntities([entity], {
        config: readConfig(),
        configured,
        packs: PackRegistry.create(...builtInPacks),
        discovery: preferredProbes,
      });
      return monitored?.monitoring.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ annotation }) => annotation);
    };
    expect(await problems(false)).toEqual([]);
    expect(await problems(true)).toEqual([
      'monitoring/notify',
      'monitoring/prometheus',
    ]);
  });
});
