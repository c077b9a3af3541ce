import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { grafanaFolderUid } from '../../../config';
import { SHARED_SLOS_OWNER } from '../../../targets';
import { Desired, desiredObjects } from '../../desired';
import { ChaosWorld, SECRETS } from './ChaosWorld';

/** Where each kind of object really is, looked at without the code that put it there. */
async function stands(
  { grafana, config, directory }: ChaosWorld,
  { content, folder, kind, title, uid }: DesiredObject,
): Promise<boolean> {
  const root = grafanaFolderUid(config.grafana[0]);
  switch (kind) {
    case 'folder':
      return grafana.folders.has(uid);
    case 'dashboard': {
      const found = grafana.dashboards.get(uid);
      const { panels } = content as any;
      const titles = (of: any[] = []) =>
        JSON.stringify(of.map(panel => panel.title));
      return (
        found?.data.title === (content as any).title &&
        found?.folderUid === (folder ?? root) &&
        titles(found?.data.panels) === titles(panels)
      );
    }
    case 'alert-rule-group': {
      const told = (of: any[]) =>
        JSON.stringify(
          of
            .map(rule => [rule.title, rule.data[0].model.expr])
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      return (
        told(grafana.rulesOf(root, uid).map(({ body }) => body as any)) ===
        told((content as any).rules)
      );
    }
    case 'mute-timing':
      return grafana.muteTimings.has(title);
    case 'contact-point':
      return [...grafana.contactPoints.values()].some(
        ({ name }) => name === title,
      );
    default: {
      const text = await readFile(
        path.join(directory, `sightline-${uid}.yaml`),
        'utf8',
      ).catch(() => '');
      return (
        hashContent(parse(text)?.groups) ===
        hashContent((content as any).groups)
      );
    }
  }
}

/** Uids of what is there and looks like ours. */
async function present({ grafana, directory }: ChaosWorld): Promise<string[]> {
  const files = (await readdir(directory))
    .filter(name => name.startsWith('sightline-sl-'))
    .map(name => name.replace(/^sightline-|\.yaml$/g, ''));
  return [
    ...files,
    ...[...grafana.dashboards.keys()].filter(uid => uid.startsWith('sl-')),
    ...new Set(
      [...grafana.rules.values()]
        .map(({ ruleGroup }) => ruleGroup)
        .filter(name => name.startsWith('sightline:')),
    ),
  ];
}

/** Whether shared rules also have what those gave of whom nothing, or not all, is known or wanted. */
function mayHaveMore({ incomplete, switchedOff, unread }: Desired): boolean {
  return incomplete.size + switchedOff.size + unread.size > 0;
}

/** Whether an object may be there although nobody wants it. */
function mayStay(uid: string, desired: Desired): boolean {
  const { disabled, incomplete, unread } = desired;
  const isOf = (ref: string) => uid.includes(ref.split('/')[1]);
  return (
    (uid.startsWith('sl-shared-slos') && mayHaveMore(desired)) ||
    disabled.some(object => object.uid === uid) ||
    [...incomplete.keys()].some(isOf) ||
    (uid.includes('-slos-') && [...unread.keys()].some(isOf))
  );
}

/** Everything that must not be so once all is quiet, in words. */
export async function findWrongs(world: ChaosWorld): Promise<string[]> {
  const wrongs = await world.people.lost();
  const { touched } = world.people;
  const { entities } = await world.catalog().readAll();
  const desired = desiredObjects(entities, world.config);
  const isTouched = ({ uid }: { uid: string }) =>
    touched.has(uid) || touched.has(`sightline-${uid}.yaml`);
  for (const object of desired.objects) {
    const isKept =
      desired.incomplete.has(object.entityRef) ||
      (object.kind === 'slo-rule-group' &&
        desired.unread.has(object.entityRef)) ||
      (object.entityRef === SHARED_SLOS_OWNER && mayHaveMore(desired));
    if (!isKept && !isTouched(object) && !(await stands(world, object))) {
      wrongs.push(`${object.key} (${object.uid}) is not as it is wanted`);
    }
  }
  const wanted = new Set(desired.objects.map(({ uid }) => uid));
  const offKinds = [...desired.switchedOff].map(
    entry => entry.split('|')[0].split('/')[1],
  );
  for (const uid of await present(world)) {
    if (
      !wanted.has(uid) &&
      !isTouched({ uid }) &&
      !mayStay(uid, desired) &&
      !offKinds.some(name => uid.includes(name))
    ) {
      wrongs.push(`${uid} is there and nobody wants it`);
    }
  }
  return [
    ...wrongs,
    ...(await findSecrets(world)),
    ...(await findRests(world)),
  ];
}

/** Secrets in what people, logs or the database get to see. */
export async function findSecrets(world: ChaosWorld): Promise<string[]> {
  const seen = [
    ...world.said,
    ...world.replicas.flatMap(({ store }) =>
      [store.objects, store.runs, store.steps, store.decisions].map(map =>
        JSON.stringify([...map]),
      ),
    ),
  ];
  return SECRETS.flatMap(secret =>
    seen
      .filter(text => text.includes(secret))
      .map(text => {
        const at = text.indexOf(secret);
        return `The secret '${secret}' is told: …${text.slice(
          Math.max(0, at - 200),
          at + 100,
        )}…`;
      }),
  ).slice(0, 3);
}

/** Files that a killed process left and nobody took away. */
async function findRests({ directory }: ChaosWorld): Promise<string[]> {
  return (await readdir(directory))
    .filter(name => name.startsWith('.'))
    .map(name => `The file ${name} was left behind`);
}
