export { desiredObjects, type Desired } from './desiredObjects';
export * from './sharedSlos';
