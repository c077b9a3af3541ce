/**
 * Finds what a copy of an alert is a copy of. Prometheus adds its external labels on the way to
 * Alertmanager, so a copy has all labels of the original, and perhaps more.
 */
export class LabelIndex<T> {
  readonly #byName = new Map<
    string,
    { labels: Record<string, string>; value: T }[]
  >();

  add(labels: Record<string, string>, value: T): void {
    const entries = this.#byName.get(labels.alertname) ?? [];
    entries.push({ labels, value });
    this.#byName.set(labels.alertname, entries);
  }

  /** What has most labels in common with the copy, and none that the copy lacks. */
  find(copy: Record<string, string>): T | undefined {
    let found: T | undefined;
    let most = -1;
    for (const { labels, value } of this.#byName.get(copy.alertname) ?? []) {
      const entries = Object.entries(labels);
      if (
        entries.length > most &&
        entries.every(([label, text]) => copy[label] === text)
      ) {
        found = value;
        most = entries.length;
      }
    }
    return found;
  }
}
