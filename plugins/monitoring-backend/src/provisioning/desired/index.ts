export { desiredObjects, nothingDesired, type Desired } from './desiredObjects';
export { desiredObject } from './desiredObject';
export { placeOf } from './placeOf';
export * from './sharedSlos';
export { describeUnread } from './unreadSlos';
