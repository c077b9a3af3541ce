import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ActualObject,
  DesiredObject,
  monitoringTargetsExtensionPoint,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import monitoringPlugin from '.';
import { component } from './__testUtils__';

/** As a module of somebody else would write it: what it is given, it keeps. */
class NotebookTarget implements ProvisioningTarget {
  readonly title = 'Notebook';
  readonly pages = new Map<string, ActualObject>();
  readonly written: DesiredObject[] = [];

  constructor(readonly id: string) {}

  async list() {
    return [...this.pages.values()];
  }

  async write({ kind, uid, title, entityRef, content, hash }: DesiredObject) {
    const owner = { entityRef, hash };
    this.pages.set(uid, { kind, uid, title, owner, content, hash });
    this.written.push({ kind, uid, title, content } as DesiredObject);
    return { url: `https://notebook.example.com/${uid}` };
  }

  async remove({ uid }: ActualObject) {
    this.pages.delete(uid);
  }
}

function addTargets(...targets: ProvisioningTarget[]) {
  return createBackendModule({
    pluginId: 'monitoring',
    moduleId: 'notebook',
    register(env) {
      env.registerInit({
        deps: { point: monitoringTargetsExtensionPoint },
        async init({ point }) {
          point.addTargets(...targets);
        },
      });
    },
  });
}

async function start(target: ProvisioningTarget, provisioning: object) {
  const tasks: (() => Promise<void>)[] = [];
  const backend = await startTestBackend({
    features: [
      monitoringPlugin,
      addTargets(target),
      mockServices.rootConfig.factory({
        data: { monitoring: { provisioning } },
      }),
      mockServices.scheduler.mock({
        scheduleTask: async ({ fn }: any) => {
          tasks.push(() => fn(new AbortController().signal));
        },
      }).factory,
      catalogServiceMock.factory({
        entities: [
          component('ingestor', {
            annotations: {
              'monitoring/packs': 'redis',
              'monitoring/slos': 'uptime 99%',
            },
          }),
        ],
      }),
    ],
  });
  return { backend, reconcile: () => Promise.all(tasks.map(task => task())) };
}

describe('a target that a module adds', () => {
  it('is given the dashboards and rules that the configuration sends to it', async () => {
    const notebook = new NotebookTarget('notebook');
    const { backend, reconcile } = await start(notebook, {
      dashboards: 'notebook',
      alerts: 'notebook',
      slos: 'notebook',
    });
    await reconcile();
    const kinds = notebook.written.map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual([
      'alert-rule-group',
      'dashboard',
      'slo-rule-group',
    ]);
    const [dashboard] = notebook.written;
    expect(dashboard.content.panels).toEqual(expect.any(Array));
    const rules = notebook.written.find(
      ({ kind }) => kind === 'alert-rule-group',
    )!;
    expect(rules.content.groups).toEqual([
      expect.objectContaining({
        name: 'sightline:alerts:component:default/ingestor',
        rules: expect.any(Array),
      }),
    ]);
    const count = notebook.written.length;
    await reconcile();
    expect(notebook.written).toHaveLength(count);
    await backend.stop();
  });

  it('is given nothing while nothing names it', async () => {
    const notebook = new NotebookTarget('notebook');
    const { backend, reconcile } = await start(notebook, {});
    await reconcile();
    expect(notebook.written).toEqual([]);
    await backend.stop();
  });

  it('stops the start when the configuration names another', async () => {
    await expect(
      start(new NotebookTarget('notebook'), { alerts: 'notebok' }),
    ).rejects.toThrow(
      /monitoring\.provisioning\.alerts is 'notebok'; expected one of grafana, ruleFiles, mimir, none, notebook/,
    );
  });
});
