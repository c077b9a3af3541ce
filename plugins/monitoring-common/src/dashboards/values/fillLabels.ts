/** Bounded, as texts come from anybody: one without an end is not read over and over. */
const LABEL = /\{\{(.{1,500}?)\}\}/gs;

/**
 * Fills `{{label}}` in a text of a dashboard, such as the format of a legend.
 *
 * @param valueOf - what stands for a label
 * @public
 */
export function fillLabels(
  text: string,
  valueOf: (label: string) => string,
): string {
  return text.replace(LABEL, (_, label: string) => valueOf(label.trim()));
}
