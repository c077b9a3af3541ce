import { SloShortForm } from '../annotations/types';
import { latencyText } from './arithmetic/latencyText';

/** Longest id, the limit of a Kubernetes name. */
const MAX_LENGTH = 63;

/**
 * Id of an SLO: its name, or its type and threshold. Nothing that a team tunes (objective, window)
 * and nothing that changes by itself (owner) is part of it. No id has two hyphens in a row, so the
 * environment behind them is told from a name.
 *
 * @param environment - of the entity; absent when it has none
 */
export function sloId(
  form: Pick<SloShortForm, 'type' | 'name' | 'thresholdSeconds'>,
  environment?: string,
): string {
  const suffix = environment ? `--${environment}` : '';
  const source =
    form.name ??
    (form.type === 'latency' && form.thresholdSeconds !== undefined
      ? `latency-${latencyText(form.thresholdSeconds)}`
      : form.type);
  const id = source
    .toLowerCase()
    .replace(/(\d)\.(\d)/g, '$1-$2')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH - suffix.length)
    .replace(/^-+|-+$/g, '');
  return `${id === '' ? form.type : id}${suffix}`;
}
