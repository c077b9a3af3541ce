import { isProperShare, percentToShare } from '../annotations/decimals';
import { MOST_DECIMALS as MOST_DECIMALS_OF_SHARE } from './v1/mostDecimals';
import { plainDecimal } from './yaml/plainDecimal';
import { YamlNode } from './yaml/YamlNode';

/** Of a percentage: it is the share with its point moved by two. */
const MOST_DECIMALS = MOST_DECIMALS_OF_SHARE - 2;

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
