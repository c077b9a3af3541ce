import { DataLink } from '../types';
import { addressText, asObjects, asText } from './json';

/** The links of values; one without an address is none. */
export function parseDataLinks(json: unknown): DataLink[] {
  return asObjects(json).flatMap(({ title, url, targetBlank }) => {
    const address = addressText(url);
    return address
      ? [
          {
            title: asText(title) ?? '',
            url: address,
            targetBlank: targetBlank === true,
          },
        ]
      : [];
  });
}
