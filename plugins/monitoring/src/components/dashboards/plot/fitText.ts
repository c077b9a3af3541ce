/** Of the average character at 12 px; there is no measuring without a canvas. */
export const CHARACTER_WIDTH = 6.7;

/** How wide a text is at a size, about, in pixels. */
export function textWidth(text: string, fontSize = 12): number {
  return (text.length * CHARACTER_WIDTH * fontSize) / 12;
}

/** As much of a text as fits, with an ellipsis where it is cut. */
export function fitText(text: string, width: number, fontSize = 12): string {
  if (textWidth(text, fontSize) <= width) {
    return text;
  }
  const fits = Math.floor((width * 12) / (CHARACTER_WIDTH * fontSize)) - 1;
  return fits > 0 ? `${text.slice(0, fits)}…` : '';
}
