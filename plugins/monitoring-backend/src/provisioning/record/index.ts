export { countOutcomes } from './countOutcomes';
export { describeErrors } from './describeErrors';
export { describeSteps } from './describeSteps';
export { describeStop } from './describeStop';
export { logRun } from './logRun';
export { newRun } from './newRun';
export { recordRun } from './recordRun';
export { RunRecorder } from './RunRecorder';
