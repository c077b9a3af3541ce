import { YamlNode } from '../yaml/YamlNode';
import { LONGEST_DESCRIPTION, LONGEST_TITLE } from './longestTexts';

const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_KEY = /^[a-zA-Z0-9](?:[-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const ANNOTATION_KEY =
  /^(?:[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?\/)?[a-zA-Z0-9](?:[-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
/** Labels of an object, values of a label, annotations of an object. */
const MOST_LABELS = 100;

/** `metadata` of an OpenSLO object. */
export interface Metadata {
  name: string;
  title?: string;
  labels: Record<string, string[]>;
  annotations: Map<string, YamlNode>;
}

/**
 * Reads `metadata`.
 *
 * @param identifies - whether something is identified by the name, so that it has to be right
 */
export function readMetadata(
  node: YamlNode,
  options: { identifies: boolean },
): Metadata {
  node.expectMap('metadata', ['name', 'displayName', 'labels', 'annotations']);
  return {
    name: readName(node.get('name'), options.identifies) ?? '',
    title: readTitle(node.get('displayName')),
    labels: readLabels(node.get('labels')),
    annotations: readAnnotations(node.get('annotations')),
  };
}

function readName(node: YamlNode, identifies: boolean): string | undefined {
  const name = node.text();
  const complain = (message: string) =>
    identifies ? node.error(message) : node.warn(message);
  if (name === undefined) {
    complain('is missing');
  } else if (!DNS_LABEL.test(name)) {
    complain(
      `${node.quote()} is no name: use lower-case letters, digits and '-', at most 63, with a letter or digit at both ends`,
    );
  }
  return name;
}

/** Reads `displayName`. */
export function readTitle(node: YamlNode): string | undefined {
  const title = node.text()?.trim();
  if (title !== undefined && title.length > LONGEST_TITLE) {
    node.warn(
      `is longer than ${LONGEST_TITLE} characters, which other tools refuse`,
    );
  }
  return title || undefined;
}

/** Reads labels, whose values are a text or a list of texts. */
export function readLabels(node: YamlNode): Record<string, string[]> {
  const labels: [string, string[]][] = [];
  if (!node.isMissing && !node.isMap) {
    node.warn('must be a map, and is not used');
  }
  if (node.keys().length > MOST_LABELS) {
    node.warn(`has more than ${MOST_LABELS} entries; the first are used`);
  }
  for (const key of node.keys().slice(0, MOST_LABELS)) {
    const value = node.get(key);
    if (!LABEL_KEY.test(key)) {
      value.warn('is no name of a label, and is not used');
      continue;
    }
    const values = value.isList ? value.items().slice(0, MOST_LABELS) : [value];
    if (values.some(item => item.isMap || item.isList)) {
      value.warn('must be a text or a list of texts, and is not used');
    } else {
      labels.push([key, values.map(item => item.text() ?? '')]);
    }
  }
  return Object.fromEntries(labels);
}

function readAnnotations(node: YamlNode): Map<string, YamlNode> {
  const annotations = new Map<string, YamlNode>();
  if (!node.isMissing && !node.isMap) {
    node.warn('must be a map, and is not used');
  }
  for (const key of node.keys().slice(0, MOST_LABELS)) {
    const value = node.get(key);
    if (!ANNOTATION_KEY.test(key)) {
      value.warn('is no name of an annotation, and is not used');
    } else {
      annotations.set(key, value);
    }
  }
  return annotations;
}

/** Reads a description. One that is too long is kept. */
export function readDescription(node: YamlNode): string | undefined {
  const text = node.text()?.trim();
  if (text !== undefined && text.length > LONGEST_DESCRIPTION) {
    node.warn(
      `is longer than ${LONGEST_DESCRIPTION} characters, which other tools refuse`,
    );
  }
  return text || undefined;
}
