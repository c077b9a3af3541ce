/** Widths of letters relative to the size of the type, where nothing can measure them. */
const USUAL_WIDTH = 0.58;
const NARROW = new Set(" .,:;'|!il1()[]tfjrI".split(''));
const NARROW_WIDTH = 0.32;
const MEASURED_AT = 100;
/** Nothing longer fits into a panel at any size that can be read. */
const LONGEST = 300;

let context: CanvasRenderingContext2D | null | undefined;
const measured = new Map<string, number>();

/**
 * The width of a text at a size of type of one pixel.
 *
 * @param font - for CSS: the families of the theme
 */
export function textWidth(whole: string, font: string, weight = 500): number {
  const text = whole.slice(0, LONGEST);
  const key = `${weight} ${font} ${text}`;
  let width = measured.get(key);
  if (width === undefined) {
    if (measured.size > 2_000) {
      measured.clear();
    }
    width = measure(text, font, weight);
    measured.set(key, width);
  }
  return width;
}

function measure(text: string, font: string, weight: number): number {
  context = context === undefined ? canvasContext() : context;
  if (!context) {
    return [...text].reduce(
      (sum, letter) => sum + (NARROW.has(letter) ? NARROW_WIDTH : USUAL_WIDTH),
      0,
    );
  }
  context.font = `${weight} ${MEASURED_AT}px ${font}`;
  return context.measureText(text).width / MEASURED_AT;
}

function canvasContext(): CanvasRenderingContext2D | null {
  return typeof CanvasRenderingContext2D === 'undefined'
    ? null
    : document.createElement('canvas').getContext('2d');
}

/**
 * The largest size of type at which a text fits into a box, in pixels.
 *
 * @param text - the longest of all that have to be of one size
 */
export function fitText(
  text: string,
  box: { width: number; height: number },
  font: string,
  limits: {
    lineHeight?: number;
    max?: number;
    min?: number;
    /** The width of what stands beside the text, in ems. */
    beside?: number;
  } = {},
): number {
  const { lineHeight = 1.2, max = Infinity, min = 1, beside = 0 } = limits;
  const byWidth = box.width / (textWidth(text, font) + beside || 1);
  const fitting = Math.min(box.height / lineHeight, byWidth, max);
  return Math.max(min, Math.floor(fitting * 10) / 10);
}
