const STEP = 0x6d2b79f5;

/** A number that text stands for. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Numbers from 0 up to 1 that are the same for the same text (mulberry32). */
export function seededRandom(text: string): () => number {
  let state = hash(text);
  return () => {
    state = (state + STEP) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
