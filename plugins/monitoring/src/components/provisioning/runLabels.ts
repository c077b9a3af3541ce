import { LabelState } from '../StateLabel';
import { RunState } from './runState';

/** How the states of a run look. */
export const RUN_LABELS: Record<RunState, LabelState> = {
  running: 'running',
  waiting: 'awaiting',
  failed: 'failed',
  stopped: 'stopped',
  succeeded: 'succeeded',
};
