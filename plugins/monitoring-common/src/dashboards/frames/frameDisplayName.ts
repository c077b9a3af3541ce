import { DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';

/**
 * What people read of a frame, by the rules of Grafana's `getFrameDisplayName`: its name, else that
 * of its only field that is no time, else what it has.
 *
 * @param index - among the panel's frames
 * @public
 */
export function frameDisplayName(frame: DataFrame, index?: number): string {
  if (frame.name) {
    return frame.name;
  }
  const names = frame.fields
    .filter(({ type }) => type !== 'time')
    .map(field => fieldDisplayName(field, frame));
  if (names.length === 1) {
    return names[0];
  }
  if (index === undefined && frame.fields.length > 0) {
    return names.join(', ');
  }
  return `Series (${frame.refId ?? index})`;
}
