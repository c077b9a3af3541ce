export * from './BrakeCard';
export * from './FailuresCard';
