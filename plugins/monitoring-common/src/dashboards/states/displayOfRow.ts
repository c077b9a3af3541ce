import { FieldValue } from '../frames/DataFrame';
import { displayField, DisplayLook } from '../values/displayField';
import { resolveColor } from '../values/palette';
import { TimelineRow } from './timelineRows';

/** How a state is shown. @public */
export interface StateDisplay {
  text: string;
  /** For CSS. */
  color: string;
}

/** How the states of a row are shown; each is worked out once. */
export function displayOfRow(
  { field, stepColors }: TimelineRow,
  look: DisplayLook,
): (value: FieldValue) => StateDisplay {
  const known = new Map<FieldValue, StateDisplay>();
  const display = displayField(field, look);
  return value => {
    let shown = known.get(value);
    if (!shown) {
      const step = stepColors?.get(String(value));
      const { full, color } = display(value);
      shown = step
        ? { text: String(value), color: resolveColor(step, look.theme) }
        : { text: full, color };
      known.set(value, shown);
    }
    return shown;
  };
}

/**
 * Whether a value is drawn: what is missing, or no number, only when the author maps it.
 *
 * @see Grafana's `shouldDrawYValue`
 */
export function isDrawn(value: FieldValue, { field }: TimelineRow): boolean {
  const { color, mappings } = field.config;
  const isContinuous = color?.mode.startsWith('continuous-') === true;
  const maps = (match: 'null' | 'nan') =>
    !isContinuous &&
    mappings.some(
      mapping =>
        mapping.type === 'special' &&
        (mapping.match === match || mapping.match === 'null+nan'),
    );
  if (value === null) {
    return maps('null');
  }
  return Number.isNaN(value) ? maps('nan') : true;
}
