import { DataField, DataFrame, FieldValue, frameLength } from './DataFrame';
import { isFrame } from './applyFieldConfig';
import { shownName } from './fieldDisplayName';

/** As RFC 4180 has it. */
const NEW_LINE = '\r\n';

/**
 * Frames as a file that spreadsheets read: RFC 4180, a line of names above each frame, an empty line
 * between frames. Times are ISO 8601 in UTC, numbers are as they are, without unit; what is not there
 * is empty.
 *
 * @remarks
 * A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` first) gets an apostrophe
 * before it: labels may come from anybody.
 *
 * @public
 */
export function framesToCsv(frames: DataFrame[]): string {
  return framesAsText(frames, ',', NEW_LINE);
}

/**
 * Frames for the clipboard: as {@link framesToCsv}, but with tabs, which spreadsheets paste as cells.
 *
 * @public
 */
export function framesToTabs(frames: DataFrame[]): string {
  return framesAsText(frames, '\t', '\n');
}

function framesAsText(
  frames: DataFrame[],
  separator: string,
  newLine: string,
): string {
  return frames
    .map(frame => {
      // Tables below rows have no place in a table of values.
      const fields = frame.fields.filter(({ type }) => type !== 'nestedFrames');
      const lines = [
        fields.map(field => quoted(safeText(shownName(field, frame, frames)))),
        ...Array.from({ length: frameLength(frame) }, (_, row) =>
          fields.map(field => quoted(cellText(field, field.values[row]))),
        ),
      ];
      return lines.map(cells => cells.join(separator) + newLine).join('');
    })
    .join(newLine);
}

function cellText({ type }: DataField, value: FieldValue): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (isFrame(value)) {
    return value.value === null || value.value === undefined
      ? ''
      : String(value.value);
  }
  if (typeof value === 'number') {
    const isMoment = type === 'time' && Math.abs(value) <= 8.64e15;
    return isMoment ? new Date(value).toISOString() : String(value);
  }
  return typeof value === 'boolean'
    ? String(value)
    : safeText(typeof value === 'string' ? value : JSON.stringify(value));
}

function safeText(text: string): string {
  return /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
