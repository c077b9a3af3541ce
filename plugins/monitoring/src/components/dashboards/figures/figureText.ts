import {
  DisplayValue,
  FieldDisplay,
} from '@sightline/backstage-plugin-monitoring-common';
import { NARROW_SPACE } from '../../../format';

/** A unit as it stands behind its figure: it does not break away from it. */
export function unitText(suffix: string | undefined): string {
  return (suffix ?? '').replace(/^ /, NARROW_SPACE);
}

/** A figure with its unit. */
export function figureText({
  prefix = '',
  text,
  suffix,
}: Pick<DisplayValue, 'prefix' | 'text' | 'suffix'>): string {
  return `${prefix}${text}${unitText(suffix)}`;
}

/** The longest text among several figures: it decides the size of all. */
export function longestText(
  figures: FieldDisplay[],
  textOf: (figure: FieldDisplay) => string,
): string {
  return figures.reduce((longest, figure) => {
    const text = textOf(figure);
    return text.length > longest.length ? text : longest;
  }, '');
}
