import { Step } from './types';

const WRITES = ['create', 'update', 'move', 'revert', 'adopt'] as const;

type Write = Extract<Step, { action: (typeof WRITES)[number] }>;

/** Whether a step changes an object that should exist. */
export function isWrite(step: Step): step is Write {
  return (WRITES as readonly string[]).includes(step.action);
}
