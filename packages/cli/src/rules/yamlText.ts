import { stringify } from 'yaml';

/** First line of what the command writes: by it, files of former runs are found again. */
export const MARK = '# Written by: sightline slo rules';

/** A document, marked as ours; the same content has the same text. */
export function yamlText(content: unknown): string {
  return `${MARK}\n${stringify(content, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })}`;
}
