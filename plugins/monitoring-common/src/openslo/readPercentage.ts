import { isProperShare, percentToShare } from '../annotations/decimals';
import { plainDecimal } from './yaml/plainDecimal';
import { YamlNode } from './yaml/YamlNode';

/** Decimals of a percentage that rules can be computed with exactly. */
const MOST_DECIMALS = 10;

/**
 * Reads an objective that is a percentage without its sign, as a share.
 *
 * @param options - `isText`: the number is meant to stand in quotes
 */
export function readPercentage(
  node: YamlNode,
  options: { isText?: boolean } = {},
): string | undefined {
  if (node.isMissing) {
    node.error('is missing: a percentage such as 99.9');
    return undefined;
  }
  const written = options.isText ? plainDecimal(node.text() ?? '') : undefined;
  const text = written ?? node.decimal();
  if (text === undefined) {
    return undefined;
  }
  const share = text.startsWith('-') ? undefined : percentToShare(text);
  if (share === undefined || !isProperShare(share)) {
    node.error(
      `${node.quote()} leaves no error budget to work with: it must lie between 0 and 100, both excluded`,
    );
    return undefined;
  }
  if ((text.split('.')[1] ?? '').length > MOST_DECIMALS) {
    node.error(
      `${node.quote()} is finer than any figure: at most ${MOST_DECIMALS} decimals`,
    );
    return undefined;
  }
  return share;
}
