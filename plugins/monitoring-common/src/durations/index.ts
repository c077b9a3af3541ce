export { formatDuration } from './formatDuration';
export { formatSloWindow } from './formatSloWindow';
export { parseDuration } from './parseDuration';
export { parseSloWindow } from './parseSloWindow';
