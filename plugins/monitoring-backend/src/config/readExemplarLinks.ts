import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ExemplarLink } from './types';

/** Stands for the label's value. */
const VALUE = /\$\{\{\s*value\s*\}\}/g;

/** Where an address leads with some text in place of the value. */
function placeOf(url: string, value: string): string | undefined {
  const filled = url.replace(VALUE, value);
  if (!URL.canParse(filled)) {
    return undefined;
  }
  const { protocol, host, username, password } = new URL(filled);
  return ['http:', 'https:'].includes(protocol) && !username && !password
    ? `${protocol}//${host}`
    : undefined;
}

/**
 * Reads `exemplars` of a Prometheus: which labels lead to traces, and where.
 *
 * @throws `InputError` for an address that is none, or whose server the label's value would choose
 */
export function readExemplarLinks(
  instance: Config,
  path: string,
): ExemplarLink[] | undefined {
  const links = instance.getOptionalConfigArray('exemplars');
  return links?.map((link, index) => {
    const label = link.getString('label');
    const url = link.getString('url');
    const place = placeOf(url, 'a');
    if (
      place === undefined ||
      place !== placeOf(url, 'b') ||
      url.replace(VALUE, '') === url
    ) {
      throw new InputError(
        `${path}.exemplars[${index}].url is '${url}'; expected an address with http or https and \${{ value }} behind its host, such as https://traces.example.com/trace/\${{ value }}`,
      );
    }
    return {
      label,
      url: url.replace(VALUE, '${{ value }}'),
      title: link.getOptionalString('title') ?? label,
    };
  });
}
