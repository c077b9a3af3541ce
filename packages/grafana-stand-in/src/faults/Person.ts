import { Identity } from '../http/identities';
import { createFolder } from '../state/createFolder';
import { deleteDashboard } from '../state/deleteDashboard';
import { removeFolder } from '../state/deleteFolder';
import {
  AlertRule,
  Dashboard,
  Folder,
  GrafanaState,
} from '../state/GrafanaState';
import { putRuleGroup } from '../state/putRuleGroup';
import { SaveResult, saveDashboard } from '../state/saveDashboard';
import { updateFolder } from '../state/updateFolder';

const EDITOR: Identity = {
  role: 'Editor',
  name: 'editor',
  isServiceAccount: false,
};

type Content = Record<string, any>;

function must<T>(found: T | undefined, what: string): T {
  if (!found) {
    throw new Error(`The stand-in has no ${what}`);
  }
  return found;
}

/**
 * Somebody who works in Grafana by hand, with the login `editor`. Acts at once and past all faults.
 */
export class Person {
  readonly #state: GrafanaState;

  static create(state: GrafanaState): Person {
    return new Person(state);
  }

  private constructor(state: GrafanaState) {
    this.#state = state;
  }

  /** @throws an Error when Grafana would not save it */
  createDashboard(content: Content & { folderUid?: string }): void {
    const { folderUid = '', ...dashboard } = content;
    this.#save({ dashboard, folderUid });
  }

  editDashboard(uid: string, edit: (content: Content) => Content): void {
    const { data, version, folderUid } = this.#dashboard(uid);
    const dashboard = { ...edit(structuredClone(data)), uid, version };
    this.#save({ dashboard, folderUid, message: 'by hand' });
  }

  moveDashboard(uid: string, folderUid: string): void {
    const { data, version } = this.#dashboard(uid);
    this.#save({ dashboard: { ...data, uid, version }, folderUid });
  }

  deleteDashboard(uid: string): void {
    deleteDashboard(this.#state, this.#dashboard(uid).uid);
  }

  createFolder(folder: { uid: string; title: string; parentUid?: string }) {
    createFolder(this.#state, folder, EDITOR);
  }

  renameFolder(uid: string, title: string): void {
    const change = { title, overwrite: true };
    updateFolder(this.#state, this.#folder(uid), change, EDITOR);
  }

  /** With all that is in it. */
  deleteFolder(uid: string): void {
    removeFolder(this.#state, this.#folder(uid).uid);
  }

  /** Adds a rule to a group, also to one that is not there, as the screens of Grafana do. */
  addRule(folder: string, group: string, rule: Content): void {
    const interval = this.#state.intervals.get(`${folder}/${group}`) ?? 60;
    const others = this.#state.rulesOf(folder, group);
    const { status, body } = putRuleGroup(this.#state, {
      folder,
      group,
      body: { interval, rules: [rule] },
      provenance: '',
    });
    if (status !== 200) {
      throw new Error(`The stand-in refused: ${JSON.stringify(body)}`);
    }
    // A whole group was put: the rules that were there come first again.
    const all = [...others, ...this.#state.rulesOf(folder, group)];
    this.#setInOrder(all);
  }

  editRule(uid: string, edit: (body: Content) => Content): void {
    const rule = this.#rule(uid);
    const group = this.#state.rulesOf(rule.folderUID, rule.ruleGroup);
    const edited = {
      ...rule,
      body: edit(structuredClone(rule.body)),
      version: rule.version + 1,
      updated: this.#state.timestamp(),
    };
    this.#setInOrder(group.map(each => (each.uid === uid ? edited : each)));
  }

  deleteRule(uid: string): void {
    this.#state.rules.delete(this.#rule(uid).uid);
  }

  deleteRuleGroup(folder: string, group: string): void {
    this.#state
      .rulesOf(folder, group)
      .forEach(({ uid }) => this.#state.rules.delete(uid));
  }

  editContactPoint(uid: string, edit: (settings: Content) => Content): void {
    const known = this.#state.contactPoints.get(uid);
    const point = must(known, `contact point ${uid}`);
    const settings = edit(structuredClone(point.settings));
    this.#state.contactPoints.set(uid, { ...point, settings });
  }

  deleteMuteTiming(name: string): void {
    this.#state.muteTimings.delete(name);
  }

  #setInOrder(rules: AlertRule[]): void {
    rules.forEach(({ uid }) => this.#state.rules.delete(uid));
    rules.forEach(rule => this.#state.rules.set(rule.uid, rule));
  }

  #save(body: Content): SaveResult {
    const saved = saveDashboard(this.#state, body, EDITOR);
    if (saved.status !== 200) {
      throw new Error(`The stand-in refused: ${saved.body.message}`);
    }
    return saved;
  }

  #dashboard(uid: string): Dashboard {
    return must(this.#state.dashboards.get(uid), `dashboard ${uid}`);
  }

  #folder(uid: string): Folder {
    return must(this.#state.folders.get(uid), `folder ${uid}`);
  }

  #rule(uid: string): AlertRule {
    return must(this.#state.rules.get(uid), `alert rule ${uid}`);
  }
}
