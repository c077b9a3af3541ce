/** What an upstream answered: any status but a redirect. */
export interface UpstreamAnswer {
  status: number;
  body: string;
  /** The header, as it came: seconds or a date. */
  retryAfter?: string;
  /** By the upstream's own clock, in Unix milliseconds, whole seconds; absent: it did not say. */
  answeredAt?: number;
}
