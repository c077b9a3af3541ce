import { CHARACTER_WIDTH } from '../plot';

/** Grafana leaves so much more between two characters. */
const SPACE = 2.5;

/** As much of a state's text as its box has room for; undefined when that says nothing. */
export function shownText(
  text: string,
  width: number,
  showValue: 'auto' | 'always' | 'never',
): string | undefined {
  const most = Math.floor(width / (CHARACTER_WIDTH + SPACE));
  const isShown = showValue === 'always' || (showValue === 'auto' && most >= 2);
  return isShown && most >= 1 && text !== '' ? text.slice(0, most) : undefined;
}
