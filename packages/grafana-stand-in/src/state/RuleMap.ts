import type { AlertRule } from './GrafanaState';

function keyOf(folderUid: string, group: string): string {
  return `${folderUid}/${group}`;
}

/** Alert rules by uid, which also finds those of a group without looking at all of them. */
export class RuleMap extends Map<string, AlertRule> {
  readonly #groups = new Map<string, Set<string>>();

  set(uid: string, rule: AlertRule): this {
    this.#leaveGroup(uid);
    const key = keyOf(rule.folderUID, rule.ruleGroup);
    const group = this.#groups.get(key) ?? new Set();
    this.#groups.set(key, group.add(uid));
    return super.set(uid, rule);
  }

  delete(uid: string): boolean {
    this.#leaveGroup(uid);
    return super.delete(uid);
  }

  clear(): void {
    this.#groups.clear();
    super.clear();
  }

  /** Rules of one group in their order. */
  ofGroup(folderUid: string, group: string): AlertRule[] {
    return [...(this.#groups.get(keyOf(folderUid, group)) ?? [])].flatMap(
      uid => this.get(uid) ?? [],
    );
  }

  #leaveGroup(uid: string): void {
    const before = this.get(uid);
    if (before) {
      const key = keyOf(before.folderUID, before.ruleGroup);
      const group = this.#groups.get(key);
      group?.delete(uid);
      if (group?.size === 0) {
        this.#groups.delete(key);
      }
    }
  }
}
