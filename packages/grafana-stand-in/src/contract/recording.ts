/** One recorded request and the answer that Grafana 12.4.0 gave to it. */
export interface Exchange {
  /** Who sent it: `admin`, `editor`, `viewer` log in, `sa-*` are tokens of that role. */
  as: string;
  note?: string;
  request: {
    method: string;
    path: string;
    headers?: Record<string, string | null>;
    body?: unknown;
    /** The body was sent as it stands here, not as JSON. */
    bodyIsRawText?: boolean;
  };
  response: {
    status: number;
    contentType?: string;
    body?: unknown;
    bodyIsText?: boolean;
    /** Only a part of the keys was kept. */
    partial?: boolean;
    /** The list had so many entries, of which only the first were kept. */
    listLength?: number;
  };
  /** Places in the body that differ from run to run, as JSON pointers (`*` = any index). */
  vary?: string[];
}

/** Exchanges that follow each other. */
export interface Scenario {
  name: string;
  about: string;
  /** Settings of the server that were not the defaults. */
  config?: unknown;
  exchanges: Exchange[];
}

/** One file: its scenarios ran in order on one fresh server. */
export interface Recording {
  grafana: string;
  scenarios: Scenario[];
}

/** The files in `recorded/`. */
export const RECORDINGS = [
  'alert-rules',
  'apis-dashboards',
  'apis-folders',
  'auth-and-rbac',
  'contact-points',
  'dashboard-versions',
  'dashboards',
  'datasources',
  'folders',
  'health',
  'limits',
  'mute-timings',
  'provenance',
  'quota',
  'rule-groups',
  'search',
] as const;

/** Name of a file in `recorded/`. */
export type RecordingName = (typeof RECORDINGS)[number];
