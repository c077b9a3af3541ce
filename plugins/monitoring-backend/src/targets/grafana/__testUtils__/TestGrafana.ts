import { randomBytes } from 'node:crypto';
import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  ChannelConfig,
  GrafanaConfig,
  grafanaFolderUid,
} from '../../../config';
import { contactPointContent, contactPointUid } from '../contactPointContent';
import { GrafanaTarget } from '../GrafanaTarget';
import { muteTimingName } from '../muteTimings';
import { alertGroupName } from '../ruleGroups';
import { object, rule } from './builders';

/** A running Grafana, and what opens it. */
export interface GrafanaServer {
  url: string;
  token: string;
  /** Of a Viewer, where there is one already. */
  viewer?(): Promise<string>;
  close(): Promise<unknown>;
}

const CHANNELS: ChannelConfig[] = [
  {
    name: 'hook',
    type: 'webhook',
    settings: {
      type: 'webhook',
      url: 'https://hook.example.com/secret',
      auth: { method: 'none' },
    },
  },
];

/** One part of a Grafana that nobody else uses: everything in it has a random name. */
export class TestGrafana {
  readonly name = `slt${randomBytes(4).toString('hex')}`;
  readonly entityRef = `component:default/${this.name}`;
  readonly config: GrafanaConfig;
  readonly target: GrafanaTarget;
  /** Of the target: method and path. */
  readonly requests: string[] = [];
  /** By uid, all that was ever wanted. */
  readonly #made = new Map<string, DesiredObject>();

  constructor(readonly server: GrafanaServer) {
    this.config = {
      id: this.name,
      url: server.url,
      publicUrl: server.url,
      auth: { method: 'bearer', token: server.token },
      folder: `Sightline test ${this.name}`,
      // Rules are paused, so that nothing ever asks it.
      datasource: 'sightline-test',
    };
    this.target = this.createTarget();
  }

  /** Another process that writes to the same place. */
  createTarget(token = this.server.token): GrafanaTarget {
    return GrafanaTarget.fromConfig(
      { ...this.config, auth: { method: 'bearer', token } },
      {
        alerts: true,
        muteTimings: true,
        contactPoints: { channels: CHANNELS, key: 'test' },
        fetch: (url, init) => {
          this.requests.push(
            `${init?.method} ${new URL(String(url)).pathname}`,
          );
          return fetch(url, init);
        },
      },
    );
  }

  folder(title?: string): DesiredObject {
    const root = grafanaFolderUid(this.config);
    const owner = `sightline/${this.name}`;
    const key = objectKey(owner, 'folder', title ?? 'folder');
    const made = title
      ? object('folder', objectUid(key), { title, parentUid: root })
      : object('folder', root, { title: this.config.folder });
    return this.#remember({ ...made, key, entityRef: owner });
  }

  dashboard(id: string, text = 'A', folder?: DesiredObject): DesiredObject {
    const key = objectKey(this.entityRef, 'dashboard', id);
    const uid = objectUid(key);
    const made = object('dashboard', uid, {
      uid,
      title: `Dashboard ${id}`,
      tags: ['http'],
      schemaVersion: 42,
      panels: [
        {
          type: 'stat',
          id: 1,
          title: text,
          gridPos: { x: 0, y: 0, w: 6, h: 4 },
        },
      ],
    });
    return this.#remember({
      ...made,
      key,
      entityRef: this.entityRef,
      folder: folder?.uid,
    });
  }

  group(id: string, ...titles: string[]): DesiredObject {
    const name = alertGroupName(`${this.entityRef}${id}`);
    const made = object('alert-rule-group', name, {
      interval: 60,
      rules: titles.map(title => ({
        ...rule(`sl-${this.name}-${id}-${title}`, title),
        isPaused: true,
      })),
    });
    const key = objectKey(this.entityRef, 'alert-rule-group', id);
    return this.#remember({ ...made, key, entityRef: this.entityRef });
  }

  contactPoint(): DesiredObject {
    const name = `sightline:critical:${this.entityRef}`;
    const made = object(
      'contact-point',
      contactPointUid(name),
      contactPointContent(name, CHANNELS),
    );
    return this.#remember({
      ...made,
      title: name,
      entityRef: this.entityRef,
    });
  }

  muteTiming(id: string, ...weekdays: string[]): DesiredObject {
    const made = object('mute-timing', muteTimingName(`${this.name}-${id}`), {
      time_intervals: [{ weekdays, location: 'Europe/Berlin' }],
    });
    return this.#remember({ ...made, entityRef: `sightline/${this.name}` });
  }

  /** What the target says of these objects now. */
  async actual(
    wanted: DesiredObject,
    target = this.target,
  ): Promise<ActualObject | undefined> {
    const listed = await target.list([wanted], {});
    return listed.find(({ uid }) => uid === wanted.uid);
  }

  /** Writes over whatever the target says is there. */
  async write(wanted: DesiredObject): Promise<void> {
    await this.target.write(wanted, await this.actual(wanted), {});
  }

  /** A request of somebody else. */
  async asPerson(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: any }> {
    const answer = await fetch(`${this.server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.server.token}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    try {
      return { status: answer.status, body: JSON.parse(text) };
    } catch {
      return { status: answer.status, body: text };
    }
  }

  /** Changes a dashboard as a person does. */
  async edit(
    { uid }: DesiredObject,
    change: Record<string, unknown>,
    folderUid?: string,
  ): Promise<void> {
    const path = `/api/dashboards/uid/${uid}`;
    const { body } = await this.asPerson('GET', path);
    await this.asPerson('POST', '/api/dashboards/db', {
      dashboard: { ...body.dashboard, ...change },
      folderUid: folderUid ?? body.meta.folderUid,
      overwrite: false,
    });
  }

  /** A Viewer of our own; `undefined` when our token may not make one. */
  async createViewer(): Promise<
    { token: string; remove(): Promise<unknown> } | undefined
  > {
    const { viewer } = this.server;
    if (viewer) {
      return { token: await viewer(), remove: async () => {} };
    }
    const path = '/api/serviceaccounts';
    const made = await this.asPerson('POST', path, {
      name: this.name,
      role: 'Viewer',
    });
    if (made.status !== 201) {
      return undefined;
    }
    const account = `${path}/${made.body.id}`;
    const { body } = await this.asPerson('POST', `${account}/tokens`, {
      name: this.name,
    });
    return {
      token: body.key,
      remove: () => this.asPerson('DELETE', account),
    };
  }

  /** Everything that is there, rules before what they name, folders last. */
  async removeAll(): Promise<void> {
    const order = [
      'alert-rule-group',
      'dashboard',
      'contact-point',
      'mute-timing',
      'folder',
    ];
    const listed = await this.left();
    const root = this.folder().uid;
    listed.sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        Number(a.uid === root) - Number(b.uid === root),
    );
    for (const actual of listed) {
      await this.target.remove(actual, {});
    }
  }

  /** What is there of all that was ever wanted. */
  async left(): Promise<ActualObject[]> {
    const made = [...this.#made.values()];
    const listed = await this.target.list(made, {});
    return listed.filter(({ uid, owner }) => owner && this.#made.has(uid));
  }

  #remember(wanted: DesiredObject): DesiredObject {
    this.#made.set(wanted.uid, wanted);
    return wanted;
  }
}
