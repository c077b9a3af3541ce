import { Transform } from './Transform';

/** Calls frames exemplars; other types are those of marks, which are no frames here. */
export const convertFrameType: Transform = (frames, { targetType }) =>
  targetType === 'exemplar'
    ? frames.map(frame => ({ ...frame, name: 'exemplar' }))
    : frames;
