/**
 * A value written for people; read `prefix`, `text` and `suffix` without anything between.
 *
 * @public
 */
export interface FormattedValue {
  text: string;
  prefix?: string;
  /** Brings its own space: `" ms"`, `"%"`. */
  suffix?: string;
}
