import { Document, isMap, parseAllDocuments } from 'yaml';
import { Source } from '../files/readSources';

/** A file's documents by what they are; each text has the lines of the whole. */
export interface SplitSource {
  /** Absent when the file holds no catalog entity, and nothing that is neither. */
  entities?: Source;
  /** Documents of OpenSLO, Sloth or Pyrra. */
  sloText?: string;
}

const SLO_API = /^(openslo(\.com)?|sloth\.slok\.dev|pyrra\.dev)\//;
const SLOTH = /^prometheus\/v/;

function isSloDocument(contents: unknown): boolean {
  if (!isMap(contents)) {
    // A list of documents; entities have no such form.
    return (
      contents !== null && typeof contents === 'object' && 'items' in contents
    );
  }
  return (
    SLO_API.test(String(contents.get('apiVersion') ?? '')) ||
    SLOTH.test(String(contents.get('version') ?? ''))
  );
}

/** Takes out a part of a text and leaves its lines. */
function blank(text: string, start: number, end: number): string {
  return (
    text.slice(0, start) +
    text.slice(start, end).replace(/[^\r\n]/g, ' ') +
    text.slice(end)
  );
}

/** Parts the entities of a file from its SLO documents. */
export function splitSource(source: Source): SplitSource {
  const parsed = parseAllDocuments(source.text);
  const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const slos = documents.filter(({ contents }) => isSloDocument(contents));
  if (slos.length === 0) {
    return { entities: source };
  }
  const others = documents.filter(
    document => !slos.includes(document) && document.contents !== null,
  );
  const without = (parts: Document.Parsed[]) =>
    parts.reduce(
      (text, { range }) => blank(text, range[0], range[1]),
      source.text,
    );
  return {
    ...(others.length > 0
      ? { entities: { ...source, text: without(slos) } }
      : {}),
    sloText: without(others),
  };
}
