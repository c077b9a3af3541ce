import { GrafanaState } from '@sightline/grafana-stand-in';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ChaosRandom } from './ChaosRandom';

const ADMIN = `Basic ${Buffer.from('admin:admin').toString('base64')}`;
const FOREIGN_FILES = {
  'sightline-by-hand.yaml': 'groups: []\n',
  'others.yaml': 'groups:\n  - name: others\n    rules: []\n',
};

/** What a person made, where it is, and what it has to be for ever. */
interface Kept {
  what: string;
  read: () => unknown;
  expected: string;
}

/** What people do in Grafana and in the folder of rules; all of it has to stay. */
export class ChaosPeople {
  readonly #random: ChaosRandom;
  readonly #state: GrafanaState;
  readonly #fetch: typeof fetch;
  readonly #directory: string;
  readonly #kept = new Map<string, Kept>();
  #made = 0;

  constructor(options: {
    random: ChaosRandom;
    state: GrafanaState;
    fetch: typeof fetch;
    directory: string;
  }) {
    this.#random = options.random;
    this.#state = options.state;
    this.#fetch = options.fetch;
    this.#directory = options.directory;
  }

  /** Uids of dashboards, names of rule groups and of files that a person changed. */
  get touched(): Set<string> {
    return new Set(this.#kept.keys());
  }

  /** What people made before Sightline came. */
  async settle(): Promise<void> {
    await this.#asAdmin('POST', '/api/folders', {
      uid: 'people',
      title: 'People',
    });
    await this.#save({ uid: 'by-hand', title: 'By hand' }, 'people');
    await this.#save(
      { uid: 'tagged', title: 'Tagged', tags: ['sightline'] },
      'people',
    );
    await this.#asAdmin(
      'PUT',
      '/api/v1/provisioning/folder/people/rule-groups/people',
      {
        title: 'people',
        folderUid: 'people',
        interval: 60,
        rules: [this.#rule('rule-by-hand', 'people', 'people')],
      },
    );
    this.#keepRules('people', 'people');
    await this.#asAdmin('POST', '/api/v1/provisioning/contact-points', {
      uid: 'point-by-hand',
      name: 'By hand',
      type: 'webhook',
      settings: { url: 'http://people.example' },
    });
    this.#keep('point-by-hand', () =>
      this.#state.contactPoints.get('point-by-hand'),
    );
    for (const [name, text] of Object.entries(FOREIGN_FILES)) {
      await writeFile(path.join(this.#directory, name), text);
      await this.#keepFile(name);
    }
  }

  /** A person does something, if there is something of ours. */
  async act(): Promise<void> {
    const actions = [
      () => this.editDashboard(),
      () => this.editDashboard(),
      () => this.#copyDashboard(),
      () => this.#deleteDashboard(),
      () => this.#editRule(),
      () => this.#addRule(),
      () => this.#editFile(),
      () => this.#editFile(),
    ];
    await this.#random.pick(actions)();
  }

  /** What of people's work is not what it was. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    for (const { what, read, expected } of this.#kept.values()) {
      const now = JSON.stringify(await read());
      if (now !== expected) {
        lost.push(`${what} was ${expected} and is ${now}`);
      }
    }
    return lost;
  }

  /** A person changes one of our dashboards: a panel, the title, or even the mark. */
  async editDashboard(): Promise<void> {
    const dashboard = this.#pickDashboard();
    if (!dashboard) {
      return;
    }
    const { data, folderUid, uid } = dashboard;
    this.#made += 1;
    const changes = [
      { title: `${data.title} by hand ${this.#made}` },
      { description: `By hand ${this.#made}` },
      { description: `By hand ${this.#made}`, tags: ['by hand'] },
    ];
    await this.#save(
      { ...data, uid, ...this.#random.pick(changes) },
      folderUid,
    );
  }

  /** The same dashboard once more, mark and all. */
  async #copyDashboard(): Promise<void> {
    const dashboard = this.#pickDashboard();
    if (dashboard) {
      this.#made += 1;
      await this.#save(
        { ...dashboard.data, uid: `copy-${this.#made}` },
        this.#random.pick([dashboard.folderUid, 'people']),
      );
    }
  }

  async #deleteDashboard(): Promise<void> {
    const dashboard = this.#pickDashboard();
    if (dashboard && !this.#kept.has(dashboard.uid)) {
      await this.#asAdmin('DELETE', `/api/dashboards/uid/${dashboard.uid}`);
    }
  }

  #pickDashboard() {
    const ours = [...this.#state.dashboards.values()].filter(
      ({ uid, data }) => uid.startsWith('sl-') && data.tags?.length > 0,
    );
    return ours.length > 0 ? this.#random.pick(ours) : undefined;
  }

  #pickRule() {
    const ours = [...this.#state.rules.values()].filter(({ ruleGroup }) =>
      ruleGroup.startsWith('sightline:'),
    );
    return ours.length > 0 ? this.#random.pick(ours) : undefined;
  }

  async #editRule(): Promise<void> {
    const rule = this.#pickRule();
    if (rule) {
      this.#made += 1;
      this.#state.rules.set(rule.uid, {
        ...rule,
        version: rule.version + 1,
        body: { ...rule.body, for: `${this.#made + 10}m` },
      });
      this.#keepRules(rule.folderUID, rule.ruleGroup);
    }
  }

  async #addRule(): Promise<void> {
    const rule = this.#pickRule();
    if (rule) {
      this.#made += 1;
      const uid = `rule-${this.#made}`;
      const { folderUID, ruleGroup } = rule;
      this.#state.rules.set(uid, {
        ...rule,
        id: this.#state.nextRuleId(),
        uid,
        body: {
          ...rule.body,
          ...this.#rule(uid, folderUID, ruleGroup),
          annotations: {},
        },
      });
      this.#keepRules(folderUID, ruleGroup);
    }
  }

  async #editFile(): Promise<void> {
    const names = (await readdir(this.#directory)).filter(
      name => name.startsWith('sightline-sl-') && name.endsWith('.yaml'),
    );
    const whole = names.filter(name => !this.#kept.has(name));
    if (whole.length === 0) {
      return;
    }
    const name = this.#random.pick(whole.sort());
    const file = path.join(this.#directory, name);
    const text = await readFile(file, 'utf8');
    this.#made += 1;
    const marks = text
      .split('\n')
      .filter(line => line.startsWith('#'))
      .join('\n');
    const { groups } = parse(text);
    const added = { name: `by hand ${this.#made}`, rules: [] };
    const edits = [
      `${marks}\n${stringify({ groups: [...groups, added] })}`,
      stringify({ groups: [...groups, added] }),
      `${marks}\ngroups: [`,
    ];
    await writeFile(file, this.#random.pick(edits));
    await this.#keepFile(name);
  }

  #rule(uid: string, folderUID: string, ruleGroup: string) {
    return {
      uid,
      orgID: 1,
      folderUID,
      ruleGroup,
      title: `By hand ${uid}`,
      condition: 'A',
      data: [
        {
          refId: 'A',
          relativeTimeRange: { from: 600, to: 0 },
          datasourceUid: '__expr__',
          model: { refId: 'A', type: 'math', expression: '1 > 0' },
        },
      ],
      noDataState: 'OK',
      execErrState: 'OK',
      for: '1m',
      annotations: {},
      labels: {},
      isPaused: false,
    };
  }

  async #save(
    dashboard: { uid: string; [field: string]: unknown },
    folderUid: string,
  ): Promise<void> {
    const { version, id, ...saved } = dashboard as Record<string, unknown>;
    await this.#asAdmin('POST', '/api/dashboards/db', {
      dashboard: saved,
      folderUid,
      overwrite: true,
    });
    const { uid } = dashboard;
    this.#keep(uid, () => this.#state.dashboards.get(uid)?.data);
  }

  /** Of a group in which a person did something, every rule. */
  #keepRules(folder: string, group: string): void {
    this.#keep(group, () =>
      this.#state
        .rulesOf(folder, group)
        .map(({ uid, body }) => ({ uid, body }))
        .sort((a, b) => (a.uid < b.uid ? -1 : 1)),
    );
  }

  async #keepFile(name: string): Promise<void> {
    const read = () =>
      readFile(path.join(this.#directory, name), 'utf8').catch(() => undefined);
    this.#kept.set(name, {
      what: name,
      read,
      expected: JSON.stringify(await read()),
    });
  }

  #keep(what: string, read: () => unknown): void {
    this.#kept.set(what, { what, read, expected: JSON.stringify(read()) });
  }

  async #asAdmin(method: string, url: string, body?: unknown): Promise<void> {
    const answer = await this.#fetch(`http://grafana${url}`, {
      method,
      headers: { authorization: ADMIN, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) {
      throw new Error(
        `A person could not ${method} ${url}: ${await answer.text()}`,
      );
    }
  }
}
