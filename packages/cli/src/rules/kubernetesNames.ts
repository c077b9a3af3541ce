import { UsageError } from '../UsageError';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function isSubdomain(text: string): boolean {
  return text.length <= 253 && text.split('.').every(part => LABEL.test(part));
}

/** @throws UsageError when no object of Kubernetes could have the name */
export function checkObjectName(name: string): void {
  if (!isSubdomain(name) || name.length > 240) {
    throw new UsageError(
      `--name is '${name}'; a PrometheusRule's name has small letters, digits, '-' and '.', begins and ends with a letter or digit, and is at most 240 long`,
    );
  }
}

/** @throws UsageError when no namespace of Kubernetes could have the name */
export function checkNamespace(namespace: string): void {
  if (!LABEL.test(namespace) || namespace.length > 63) {
    throw new UsageError(
      `--namespace is '${namespace}'; a namespace of Kubernetes has small letters, digits and '-', begins and ends with a letter or digit, and is at most 63 long`,
    );
  }
}

function isLabelName(name: string): boolean {
  const slash = name.indexOf('/');
  const own = name.slice(slash + 1);
  return (
    own.length <= 63 &&
    QUALIFIED.test(own) &&
    (slash < 0 || isSubdomain(name.slice(0, slash)))
  );
}

/**
 * Reads labels of an object of Kubernetes.
 *
 * @param labels - `name=value`
 * @throws UsageError that names the one that is wrong
 */
export function readLabels(labels: string[]): Record<string, string> {
  return Object.fromEntries(
    labels.map(text => {
      const equals = text.indexOf('=');
      const name = text.slice(0, Math.max(equals, 0));
      const value = text.slice(equals + 1);
      if (
        !isLabelName(name) ||
        value.length > 63 ||
        !(value === '' || QUALIFIED.test(value))
      ) {
        throw new UsageError(
          `--label is '${text}'; expected name=value such as release=kube-prometheus-stack`,
        );
      }
      return [name, value];
    }),
  );
}
