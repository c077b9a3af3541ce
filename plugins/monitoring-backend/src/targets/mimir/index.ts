export { hashMimirGroups } from './hashMimirGroups';
export { MimirTarget } from './MimirTarget';
