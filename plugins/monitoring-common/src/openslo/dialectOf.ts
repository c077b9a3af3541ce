import { YamlNode } from './yaml/YamlNode';

/** What a document can be written in. */
export type Dialect = 'openslo' | 'sloth' | 'sloth-kubernetes' | 'pyrra';

/** What `apiVersion` says. */
const API_VERSIONS: Record<string, Dialect> = {
  'openslo/v1': 'openslo',
  'sloth.slok.dev/v1': 'sloth-kubernetes',
  'pyrra.dev/v1alpha1': 'pyrra',
};

/** How each is called where another one is expected. */
const NAMES: Record<Dialect, string> = {
  openslo: 'OpenSLO',
  sloth: 'a specification of Sloth',
  'sloth-kubernetes': "an object of Sloth's operator",
  pyrra: 'an object of Pyrra',
};

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
    "is Nobl9's own format. Write openslo/v1, with the PromQL of its metrics",
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
  const declared =
    text !== undefined && Object.hasOwn(API_VERSIONS, text)
      ? API_VERSIONS[text]
      : undefined;
  const found = isSloth(version) ? 'sloth' : declared;
  if (found && accepted.includes(found)) {
    return found;
  }
  if (found) {
    (found === 'sloth' ? version : apiVersion).error(
      `is ${NAMES[found]}, and ${
        NAMES[accepted[0]]
      } is expected. The document is left out`,
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
