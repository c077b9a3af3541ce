import { UpstreamUnavailableError } from './UpstreamUnavailableError';

/** Too many requests of ours were under way, or of this caller's: nothing was asked of the upstream. */
export class QueueRefusalError extends UpstreamUnavailableError {}
