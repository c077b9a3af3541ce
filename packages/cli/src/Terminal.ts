/** The world of a command: what it reads and writes, and what time it is. */
export interface Terminal {
  /** Writes results. */
  out(text: string): void;
  /** Writes what is for people: notes, and what is wrong. */
  err(text: string): void;
  /** Whether results go to a person's screen. */
  isInteractive: boolean;
  /** In characters; absent when nobody knows. */
  columns?: number;
  readInput(): Promise<string>;
  /** Absolute. */
  directory: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}
