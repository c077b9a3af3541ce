import { joinByField } from './joinByField';
import { Transform } from './Transform';

/** Joins series that have their times in a field of the same name; leaves everything else. */
export const ensureColumns: Transform = (frames, _, context) => {
  const names = new Set(
    frames.map(
      ({ fields }) => fields.find(({ type }) => type === 'time')?.name,
    ),
  );
  const [byField] = names;
  return frames.length > 1 && names.size === 1 && byField
    ? joinByField(frames, { byField }, context)
    : frames;
};
