const CHARACTER_WIDTH = 7;
const MOST_KNOWN = 2_000;

const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text in pixels; guessed where nothing can draw. */
export function measureText(text: string, font: string): number {
  const key = `${font}/${text}`;
  let width = known.get(key);
  if (width === undefined) {
    context ??=
      typeof CanvasRenderingContext2D === 'undefined'
        ? null
        : document.createElement('canvas').getContext('2d');
    if (context) {
      context.font = font;
    }
    width = context?.measureText(text).width ?? text.length * CHARACTER_WIDTH;
    if (known.size > MOST_KNOWN) {
      known.clear();
    }
    known.set(key, width);
  }
  return width;
}
