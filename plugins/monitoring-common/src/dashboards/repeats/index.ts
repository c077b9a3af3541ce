export { expandRepeats } from './expandRepeats';
export type { RepeatContext } from './expandRepeats';
