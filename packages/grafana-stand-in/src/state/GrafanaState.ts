/** A stored folder. */
export interface Folder {
  id: number;
  uid: string;
  title: string;
  parentUid?: string;
  created: string;
  updated: string;
  createdBy: string;
  updatedBy: string;
  version: number;
  /** Who made it; sees it as its own at once. */
  maker: string;
}

/** A stored dashboard; `data` holds neither `id` nor `version`. */
export interface Dashboard {
  id: number;
  uid: string;
  folderUid: string;
  version: number;
  created: string;
  updated: string;
  createdBy: string;
  updatedBy: string;
  /** Who made it; the only Editor who may administer it. */
  maker: string;
  data: Record<string, any>;
}

/** A stored alert rule, in the form of the provisioning API. */
export interface AlertRule {
  id: number;
  uid: string;
  folderUID: string;
  ruleGroup: string;
  provenance: string;
  updated: string;
  version: number;
  body: Record<string, any>;
}

/** A data source as its list shows it. */
export interface DataSource {
  id: number;
  uid: string;
  name: string;
  type: string;
  typeName: string;
  typeLogoUrl: string;
  url: string;
  isDefault: boolean;
  jsonData: Record<string, unknown>;
  /** Names of the secrets that it has. */
  secureJsonFields: Record<string, boolean>;
}

/** One integration of a contact point, secrets and all. */
export interface ContactPoint {
  uid: string;
  /** Shared by all integrations of the contact point. */
  name: string;
  type: string;
  settings: Record<string, any>;
  disableResolveMessage: boolean;
  provenance: string;
}

/** Everything the stand-in remembers, until it stops. */
export class GrafanaState {
  readonly folders = new Map<string, Folder>();
  readonly dashboards = new Map<string, Dashboard>();
  readonly rules = new Map<string, AlertRule>();
  readonly contactPoints = new Map<string, ContactPoint>();
  readonly dataSources: DataSource[] = [];
  /** Uids of deleted dashboards and folders: 12.4 answers differently for uids it has known. */
  readonly gone = new Set<string>();
  /** Interval of each rule group, in seconds, by `folder/group`. */
  readonly intervals = new Map<string, number>();
  #lastObjectId = 3_736_000_000_000_000;
  #lastRuleId = 0;
  #lastUid = 0;

  constructor(private readonly now: () => Date) {}

  /** Time as Grafana writes it: whole seconds. */
  timestamp(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }

  nextObjectId(): number {
    this.#lastObjectId += 67_108_864;
    return this.#lastObjectId;
  }

  nextRuleId(): number {
    this.#lastRuleId += 1;
    return this.#lastRuleId;
  }

  nextUid(): string {
    this.#lastUid += 1;
    return `ag56y6${String(this.#lastUid).padStart(8, '0')}`;
  }

  /** Rules of one group in their order. */
  rulesOf(folderUid: string, group: string): AlertRule[] {
    return [...this.rules.values()].filter(
      rule => rule.folderUID === folderUid && rule.ruleGroup === group,
    );
  }
}
