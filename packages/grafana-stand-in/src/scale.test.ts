import { STAND_IN_TOKENS } from './http/identities';
import { startGrafanaStandIn } from './startGrafanaStandIn';
import { putRuleGroup } from './state/putRuleGroup';

const COUNT = 5_000;
const LIST =
  '/apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards?limit=500';

it('lists thousands of dashboards and rule groups quickly', async () => {
  const grafana = await startGrafanaStandIn({
    port: 0,
    prometheusUrl: 'http://prometheus.example:9090',
    evaluate: false,
  });
  grafana.person.createFolder({ uid: 'f1', title: 'F1' });
  for (let index = 0; index < COUNT; index += 1) {
    const title = `D ${index}`;
    grafana.person.createDashboard({
      uid: `d${index}`,
      title,
      folderUid: 'f1',
    });
    putRuleGroup(grafana.state, {
      folder: 'f1',
      group: `g${index}`,
      provenance: 'api',
      body: {
        interval: 60,
        rules: [{ uid: `r${index}`, title: `R ${index}`, data: [] }],
      },
    });
  }
  const get = async (path: string) => {
    const before = process.cpuUsage();
    const answer = await fetch(`${grafana.url}${path}`, {
      headers: { authorization: `Bearer ${STAND_IN_TOKENS.editor}` },
    });
    const body = await answer.json();
    const { user, system } = process.cpuUsage(before);
    return { body, milliseconds: (user + system) / 1_000 };
  };

  const page = await get(LIST);
  expect(page.body.items).toHaveLength(500);
  expect(page.milliseconds).toBeLessThan(300);

  const rules = await get('/api/v1/provisioning/alert-rules');
  expect(rules.body).toHaveLength(COUNT);
  expect(rules.milliseconds).toBeLessThan(1_000);

  const seen = new Set<string>();
  for (let next = ''; ; ) {
    const { body } = await get(`${LIST}&continue=${encodeURIComponent(next)}`);
    body.items.forEach((item: any) => seen.add(item.metadata.name));
    next = body.metadata.continue ?? '';
    if (!next) {
      break;
    }
  }
  expect(seen.size).toBe(COUNT);
  await grafana.close();
}, 60_000);
