/** What the demo can run for real, by the name of its target. */
export const REAL_PARTS = ['postgresql', 'redis', 'nats'] as const;

/** Name of a part that can be real. */
export type RealPartName = (typeof REAL_PARTS)[number];

/** A real server with its exporter and a gentle load. */
export interface RealPart {
  /** The exporter's page. */
  page(): Promise<string>;
  /** Ends server, exporter and load. */
  stop(): Promise<void>;
}

/** Whether a part is real, and why it is not. */
export interface PartState {
  kind: 'real' | 'simulated';
  /** Why it is simulated. */
  reason?: string;
}

/** What is given to whatever starts a part. */
export interface PartOptions {
  /** Short, private and new: sockets and data go there. */
  directory: string;
  logDirectory: string;
  /** Whether the part's incident lasts. */
  isTroubled: () => boolean;
}
