import { FaultPlan } from '../faults';
import { STAND_IN_TOKENS } from '../http/identities';
import { RunningStandIn, startGrafanaStandIn } from '../startGrafanaStandIn';
import { rule } from './arrange/steps';
import recording from './recorded/concurrency.json';

const DASHBOARDS =
  '/apis/dashboard.grafana.app/v1beta1/namespaces/default/dashboards';
const PROVISIONING = '/api/v1/provisioning';
const GROUPS = `${PROVISIONING}/folder/f1/rule-groups`;

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
}

interface Race {
  /** The request of a number. */
  call: (index: number) => Call;
  /** How many of them left something behind. */
  stored: (grafana: RunningStandIn) => number;
}

const legacy = (uid: string, title = uid): Call => ({
  method: 'POST',
  path: '/api/dashboards/db',
  body: { dashboard: { uid, title, version: 1 }, folderUid: 'f1' },
});
const group = (index: number): Call => ({
  method: 'PUT',
  path: `${GROUPS}/g${index}`,
  body: { interval: 60, rules: [rule(`r${index}`, `R ${index}`)] },
});
const contactPoint = (index: number): Call => ({
  method: 'POST',
  path: `${PROVISIONING}/contact-points`,
  body: {
    name: `c${index}`,
    type: 'webhook',
    settings: { url: 'http://receiver.example:8080' },
  },
});
const contactPoints: Race = {
  call: contactPoint,
  stored: ({ state }) => state.contactPoints.size,
};

/** The recorded races, as requests to the stand-in. */
const RACES: Record<string, Race> = {
  'group PUTs to different groups': {
    call: group,
    stored: ({ state }) => state.rules.size,
  },
  'contact point creates': contactPoints,
  'contact point creates one after another': contactPoints,
  'mute timing creates': {
    call: index => ({
      method: 'POST',
      path: `${PROVISIONING}/mute-timings`,
      body: { name: `m${index}`, time_intervals: [] },
    }),
    stored: ({ state }) => state.muteTimings.size,
  },
  'folder creates': {
    call: index => ({
      method: 'POST',
      path: '/api/folders',
      body: { uid: `new${index}`, title: `New ${index}` },
    }),
    stored: ({ state }) => state.folders.size - 1,
  },
  'same folder created at once': {
    call: () => ({
      method: 'POST',
      path: '/api/folders',
      body: { uid: 'same', title: 'Same' },
    }),
    stored: ({ state }) => state.folders.size - 1,
  },
  'dashboard saves': {
    call: index => legacy(`d${index}`),
    stored: ({ state }) => state.dashboards.size - 1,
  },
  'mixed reads while writing': {
    call: index =>
      [
        legacy(`d${index}`),
        group(index),
        { method: 'GET' as const, path: '/api/search' },
      ][index % 3],
    stored: ({ state }) => state.dashboards.size - 1 + state.rules.size + 20,
  },
  '/apis dashboard PUTs with one resourceVersion': {
    call: index => ({
      method: 'PUT',
      path: `${DASHBOARDS}/krace`,
      body: {
        metadata: {
          name: 'krace',
          resourceVersion: '1',
          annotations: { 'grafana.app/folder': 'f1' },
        },
        spec: { title: `Title ${index}` },
      },
    }),
    stored: ({ state }) => state.dashboards.get('krace')!.version - 1,
  },
  'legacy dashboard saves with one version': {
    call: index => legacy('krace', `Title ${index}`),
    stored: ({ state }) => state.dashboards.get('krace')!.version - 1,
  },
};

describe.each(recording.scenarios)(
  'recording concurrency: $name',
  ({ name, requests, runs, refused }) => {
    const { call, stored } = RACES[name];
    let grafana: RunningStandIn;

    const start = async (choose?: FaultPlan['choose']) => {
      grafana = await startGrafanaStandIn({
        port: 0,
        prometheusUrl: 'http://prometheus.example:9090',
        evaluate: false,
        faults: choose && { seed: 1, choose },
      });
      grafana.person.createFolder({ uid: 'f1', title: 'F1' });
      grafana.person.createDashboard({
        uid: 'krace',
        title: 'K',
        folderUid: 'f1',
      });
      Object.assign(grafana.state.dashboards.get('krace')!, {
        resourceVersion: '1',
      });
    };
    afterEach(() => grafana.close());

    const send = async ({ method, path, body }: Call) => {
      const answer = await fetch(`${grafana.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${STAND_IN_TOKENS.editor}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    };
    const all = () =>
      Promise.all([...Array(requests).keys()].map(index => send(call(index))));
    const known = runs.flatMap(run => Object.keys(run).map(Number));

    it('answers as recorded, and stores what it accepts', async () => {
      await start();
      const answers = await all();
      answers.forEach(({ status }) => expect(known).toContain(status));
      answers
        .filter(({ status }) => status >= 400)
        .forEach(answer => expect(answer).toEqual(refused));
      const accepted = answers.filter(({ status }) => status < 400);
      expect(stored(grafana)).toBe(accepted.length);
    });

    if (refused?.status === 500) {
      it('fails as recorded when it is told to, and stores nothing then', async () => {
        const { path: raced } = call(0);
        await start((random, { path }) =>
          path === raced && random() < 0.5
            ? { kind: 'fail', status: 500 }
            : undefined,
        );
        const answers = await all();
        const failed = answers.filter(({ status }) => status === 500);
        expect(failed).not.toEqual([]);
        failed.forEach(({ body }) => expect(body).toEqual(refused.body));
        expect(stored(grafana)).toBe(answers.length - failed.length);
      });
    }
  },
);

it('accepts several saves of one version under load, as recorded', async () => {
  const grafana = await startGrafanaStandIn({
    port: 0,
    prometheusUrl: 'http://prometheus.example:9090',
    evaluate: false,
    faults: {
      seed: 3,
      choose: random => (random() < 0.3 ? { kind: 'race' } : undefined),
    },
  });
  grafana.person.createDashboard({ uid: 'krace', title: 'K' });
  const statuses = await Promise.all(
    [...Array(20).keys()].map(async index => {
      const { method, path, body } = legacy('krace', `Title ${index}`);
      const answer = await fetch(`${grafana.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${STAND_IN_TOKENS.editor}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ ...(body as object), folderUid: '' }),
      });
      return answer.status;
    }),
  );
  const accepted = statuses.filter(status => status === 200).length;
  expect(accepted).toBeGreaterThan(1);
  expect(grafana.state.dashboards.get('krace')!.version).toBe(1 + accepted);
  await grafana.close();
});
