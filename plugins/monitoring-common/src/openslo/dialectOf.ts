import { YamlNode } from './yaml/YamlNode';

/** What a document can be written in. */
export type Dialect = 'openslo' | 'sloth' | 'sloth-kubernetes';

/** What is not read, and what to do about it. */
const OTHERS: [RegExp, string][] = [
  [
    /^openslo\/v1alpha$/,
    'is the first draft of OpenSLO, whose fields mean other things. Write openslo/v1: timeWindow instead of timeWindows, an indicator, and target in each objective',
  ],
  [
    /^openslo(?:\.com)?\/v2/,
    'is a draft of OpenSLO that still changes. Write openslo/v1: indicator instead of sli, metricSourceRef instead of dataSourceRef, displayName in metadata',
  ],
  [
    /^n9\//,
    "is Nobl9's own format. `sloctl convert` does not write OpenSLO; write openslo/v1 by hand",
  ],
  [
    /^pyrra\.dev\//,
    "is Pyrra's own format. Its bare selectors work in openslo/v1 too: ratioMetric with counter: true",
  ],
  [/^openslo\//i, 'is not read; openslo/v1 is'],
];

/** How a document is written; `undefined`, with a problem, for one that is not read. */
export function dialectOf(
  node: YamlNode,
  accepted: readonly Dialect[],
): Dialect | undefined {
  if (!node.isMap) {
    node.error(
      `A document is a map with apiVersion and kind, and not ${node.quote()}. It is left out`,
    );
    return undefined;
  }
  const apiVersion = node.get('apiVersion');
  const version = node.get('version');
  const text = apiVersion.text();
  const found = isSloth(version)
    ? 'sloth'
    : { 'openslo/v1': 'openslo', 'sloth.slok.dev/v1': 'sloth-kubernetes' }[
        text ?? ''
      ];
  if (found && accepted.includes(found as Dialect)) {
    return found as Dialect;
  }
  if (found) {
    (found === 'sloth' ? version : apiVersion).error(
      found === 'openslo'
        ? 'is OpenSLO, and a specification of Sloth is expected. The document is left out'
        : "is Sloth's, and OpenSLO is expected. The document is left out",
    );
  } else if (text === undefined) {
    apiVersion.error(
      version.isMissing
        ? 'is missing. Write openslo/v1. The document is left out'
        : `is missing, and version ${version.quote()} is none of Sloth's that is read: prometheus/v1. The document is left out`,
    );
  } else {
    const reason = OTHERS.find(([pattern]) => pattern.test(text))?.[1];
    apiVersion.error(
      `${apiVersion.quote()} ${
        reason ?? 'is not read; openslo/v1 is'
      }. The document is left out`,
    );
  }
  return undefined;
}

function isSloth(version: YamlNode): boolean {
  return version.text() === 'prometheus/v1';
}
