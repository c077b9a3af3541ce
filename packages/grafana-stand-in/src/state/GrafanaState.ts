import { PermissionCache } from './PermissionCache';
import { RuleMap } from './RuleMap';
import { ResourceMeta } from './ResourceMeta';

/** A stored folder. */
export interface Folder extends ResourceMeta {
  id: number;
  uid: string;
  title: string;
  /** Only folders that the legacy API wrote have one, also an empty one. */
  description?: string;
  parentUid?: string;
  created: string;
  updated: string;
  createdBy: string;
  updatedBy: string;
  version: number;
  /** Who made it; sees it as its own at once. */
  maker: string;
}

/** The forms in which a dashboard can be stored. */
export type DashboardForm = 'v0alpha1' | 'v1beta1' | 'v2alpha1' | 'v2beta1';

/** One entry of a dashboard's history. */
export interface DashboardVersion {
  version: number;
  resourceVersion: string;
  created: string;
  createdBy: string;
  message: string;
  restoredFrom: number;
  data: Record<string, any>;
}

/** A stored dashboard; `data` holds neither `id` nor `version`. */
export interface Dashboard extends ResourceMeta {
  id: number;
  uid: string;
  folderUid: string;
  version: number;
  created: string;
  updated: string;
  createdBy: string;
  updatedBy: string;
  /** Name of who made it. */
  author: string;
  /** The only Editor who may administer it; nobody when no permissions were asked for. */
  maker?: string;
  data: Record<string, any>;
  /** The form it is stored in; the legacy API writes `v0alpha1`. */
  form: DashboardForm;
  /** The form that it had before; 12.4 goes on saying so to who reads it in the one it has now. */
  formerForm?: DashboardForm;
  /** What is stored of a dashboard in one of the second forms; `data` is its first form. */
  second?: Record<string, any>;
  /** Oldest first. */
  history: DashboardVersion[];
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

/** A mute timing of the provisioning API. */
export interface MuteTiming {
  name: string;
  timeIntervals: Record<string, any>[];
  provenance: string;
}

/** A panel of the library. */
export interface LibraryPanel {
  uid: string;
  name: string;
  folderUid: string;
  model: Record<string, any>;
}

/** A mark on graphs. */
export interface Annotation {
  id: number;
  dashboardUID: string;
  panelId?: number;
  created: number;
  /** Unix milliseconds. */
  time: number;
  timeEnd: number;
  text: string;
  tags?: string[];
  login: string;
  /** Of a state that an alert came to. */
  alert?: { alertName: string; newState: string; prevState: string };
}

/** What Grafana's configuration limits. */
export interface Limits {
  dashboards?: number;
  rules?: number;
  /** Least `refresh` of a dashboard, in seconds. */
  minRefreshSeconds: number;
}

/** Other settings of a Grafana. */
export interface ServerSettings {
  /** Prefix of all paths in answers; it is served with and without. */
  subPath: string;
  /** Whether there is any alerting. */
  alerting: boolean;
}

/** Everything the stand-in remembers, until it stops. */
export class GrafanaState {
  readonly folders = new Map<string, Folder>();
  readonly dashboards = new Map<string, Dashboard>();
  readonly rules = new RuleMap();
  readonly libraryPanels = new Map<string, LibraryPanel>();
  /** Oldest first. */
  readonly annotations: Annotation[] = [];
  readonly contactPoints = new Map<string, ContactPoint>();
  readonly muteTimings = new Map<string, MuteTiming>();
  /** Names of mute timings that the policy tree uses, which the stand-in does not serve. */
  readonly mutedRoutes = new Set<string>();
  readonly permissions = new PermissionCache();
  readonly server: ServerSettings = { subPath: '', alerting: true };
  readonly limits: Limits = { minRefreshSeconds: 5 };
  readonly dataSources: DataSource[] = [];
  /** Uids of deleted dashboards and folders: 12.4 answers differently for uids it has known. */
  readonly gone = new Set<string>();
  /** Interval of each rule group, in seconds, by `folder/group`. */
  readonly intervals = new Map<string, number>();
  #lastObjectId = 3_736_000_000_000_000;
  #lastGuid = 0;
  #lastResourceVersion = 0;
  #lastRuleId = 0;
  #lastUid = 0;

  constructor(private readonly now: () => Date) {}

  /** Time as Grafana writes it: whole seconds. */
  timestamp(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }

  /** Unix milliseconds. */
  milliseconds(): number {
    return this.now().getTime();
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

  /** Looks what a role may see, if that is due. */
  refreshPermissions(role: 'Admin' | 'Editor' | 'Viewer'): void {
    this.permissions.refresh(role, this.now(), this.#lastObjectId);
  }

  /** A uid as the Kubernetes form of an object has it. */
  nextGuid(): string {
    this.#lastGuid += 1;
    const tail = this.#lastGuid.toString(16).padStart(12, '0');
    return `5a4d1b2c-0000-4000-8000-${tail}`;
  }

  /** Microseconds since 1970, and always more than the last. */
  nextResourceVersion(): string {
    this.#lastResourceVersion = Math.max(
      this.#lastResourceVersion + 1,
      this.now().getTime() * 1000,
    );
    return String(this.#lastResourceVersion);
  }

  /** Of the newest change of a folder or dashboard. */
  get resourceVersion(): string {
    return String(this.#lastResourceVersion);
  }

  /** Rules of one group in their order. */
  rulesOf(folderUid: string, group: string): AlertRule[] {
    return this.rules.ofGroup(folderUid, group);
  }
}
