export { desiredObjects, type Desired } from './desiredObjects';
