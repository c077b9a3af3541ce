import { ExemplarLink } from '../../config';

/** Ids of traces have 32 characters; addresses have an end. */
const MOST_CHARACTERS = 200;

/**
 * Where the trace of an exemplar is seen. What comes from it is one encoded part of the operator's
 * address, so that it leads nowhere else.
 *
 * @param labels - of the exemplar
 */
export function exemplarLinks(
  labels: Record<string, string>,
  links: ExemplarLink[],
): { title: string; url: string }[] {
  return links.flatMap(({ label, url, title }) => {
    const value = Object.hasOwn(labels, label) ? labels[label] : '';
    if (
      !value ||
      value.length > MOST_CHARACTERS ||
      // Half a character cannot be encoded, and a path of dots would climb.
      /\p{Surrogate}|^\.+$/u.test(value)
    ) {
      return [];
    }
    const encoded = encodeURIComponent(value);
    return [{ title, url: url.split('${{ value }}').join(encoded) }];
  });
}
