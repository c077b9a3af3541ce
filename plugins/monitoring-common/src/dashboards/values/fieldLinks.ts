import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { shownName } from '../frames/fieldDisplayName';
import {
  DataLinkScope,
  interpolateDataLink,
  interpolateDataLinkTitle,
  LinkedValue,
} from '../variables/interpolateDataLink';
import { displayField, DisplayLook } from './displayField';

/** A link of a value, ready to be followed. @public */
export interface FieldLink {
  title: string;
  /** `http`, `https`, `mailto`, or within the page's own site. */
  url: string;
  targetBlank: boolean;
}

/** What links of values can refer to besides the value. @public */
export type FieldLinkScope = Omit<
  DataLinkScope,
  'seriesName' | 'field' | 'value' | 'row'
>;

/** Schemes that a browser opens and does not run. */
const SAFE_SCHEMES = new Set(['http', 'https', 'mailto']);

/**
 * The links of one value of a field, filled in. Addresses that a browser would run are left out.
 *
 * @param at - the row of the value, or what was calculated of all
 * @public
 */
export function fieldLinks(
  {
    field,
    frame,
    frames,
  }: { field: DataField; frame: DataFrame; frames?: DataFrame[] },
  at: { row?: number; calculated?: FieldValue },
  scope: FieldLinkScope,
  look: DisplayLook,
): FieldLink[] {
  const links = field.config.links ?? [];
  if (links.length === 0) {
    return [];
  }
  const name = shownName(field, frame, frames);
  const whole: DataLinkScope = {
    ...scope,
    seriesName: name,
    field: { name, labels: field.labels },
    value: linked(field, frame, at, look),
    row: {
      frameName: frame.name,
      refId: frame.refId,
      fields:
        at.row === undefined
          ? {}
          : Object.fromEntries(
              frame.fields.map(other => [
                shownName(other, frame, frames),
                linked(other, frame, { row: at.row }, look),
              ]),
            ),
    },
  };
  return links.flatMap(({ title, url, targetBlank }) => {
    const address = interpolateDataLink(url, whole).trim();
    return isSafeAddress(address)
      ? [
          {
            title: interpolateDataLinkTitle(title, whole) || address,
            url: address,
            targetBlank,
          },
        ]
      : [];
  });
}

/**
 * Whether a browser opens an address, and does not run it.
 *
 * @public
 */
export function isSafeAddress(address: string): boolean {
  // Browsers overlook control characters within a scheme.
  // eslint-disable-next-line no-control-regex
  const plain = address.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1];
  return (
    plain !== '' &&
    (scheme === undefined
      ? !plain.split(/[/?#]/)[0].includes(':')
      : SAFE_SCHEMES.has(scheme.toLowerCase()))
  );
}

function linked(
  field: DataField,
  frame: DataFrame,
  { row, calculated }: { row?: number; calculated?: FieldValue },
  look: DisplayLook,
): LinkedValue {
  const value =
    calculated ?? (row === undefined ? null : field.values[row] ?? null);
  const { full, numeric } = displayField(field, look)(value);
  const time =
    row === undefined
      ? undefined
      : frame.fields.find(({ type }) => type === 'time')?.values[row];
  return {
    raw: typeof value === 'number' || typeof value === 'string' ? value : full,
    numeric,
    text: full,
    time: typeof time === 'number' ? time : undefined,
  };
}
