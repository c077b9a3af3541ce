/** How Grafana writes "all values" of a variable. @public */
export const ALL_VALUES = '$__all';

/** What people read for it. */
export const ALL_TEXT = 'All';

/** Whether a variable's value is all of its values. @public */
export function isAllValues(value: string | string[]): boolean {
  return (Array.isArray(value) ? value[0] : value) === ALL_VALUES;
}
