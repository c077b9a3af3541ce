import { compileFieldMatcher } from '../frames/fieldMatches';
import { asObject, asText } from '../model/json';
import { reduceField } from '../values/reduceField';
import { configMappings, configOfRow } from './fieldConfigMapping';
import { Transform } from './Transform';

/** Takes limits, units, thresholds and the like from the answer to a query. */
export const configFromData: Transform = (frames, options) => {
  const refId = asText(options.configRefId) ?? 'config';
  const source = frames.find(frame => frame.refId === refId);
  if (!source) {
    return frames;
  }
  const mappings = configMappings(source, options.mappings, false);
  const config = configOfRow(mappings, ({ field, calculation }) =>
    reduceField(field, calculation),
  );
  const { id, options: wanted } = asObject(options.applyTo);
  const matches = compileFieldMatcher({
    id: asText(id) ?? 'numeric',
    options: wanted,
  });
  return frames
    .filter(frame => frame !== source || frames.length === 1)
    .map(frame => ({
      refId: frame.refId,
      meta: frame.meta,
      fields: frame.fields.map(field =>
        matches(field, frame, frames)
          ? { ...field, config: { ...field.config, ...config } }
          : field,
      ),
    }));
};
