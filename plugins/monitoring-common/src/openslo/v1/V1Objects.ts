import { ProblemLog } from '../yaml/ProblemLog';
import { YamlNode } from '../yaml/YamlNode';

/** What an OpenSLO document can be. */
export const V1_KINDS = [
  'SLO',
  'SLI',
  'Service',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
  'DataSource',
] as const;

/** One of {@link V1_KINDS}. */
export type V1Kind = (typeof V1_KINDS)[number];

/** The OpenSLO objects of a text, to be found by their names. */
export class V1Objects {
  readonly #log: ProblemLog;
  readonly #objects = new Map<string, YamlNode>();
  readonly #read = new Map<YamlNode, { value: unknown; errors: string[] }>();

  static create(log: ProblemLog): V1Objects {
    return new V1Objects(log);
  }

  private constructor(log: ProblemLog) {
    this.#log = log;
  }

  /** Of two with one name, the first is kept. */
  add(kind: V1Kind, node: YamlNode): void {
    const name = node.get('metadata').get('name').text();
    if (name === undefined) {
      return;
    }
    const key = `${kind}/${name}`;
    if (this.#objects.has(key)) {
      node
        .get('metadata')
        .get('name')
        .error(
          `'${name}' is the name of two objects of kind ${kind}; the first is used`,
        );
    } else {
      this.#objects.set(key, node);
    }
  }

  find(kind: V1Kind, name: string): YamlNode | undefined {
    return this.#objects.get(`${kind}/${name}`);
  }

  /** Reads an object that several may refer to once; its errors are those of each of them. */
  readOnce<T>(node: YamlNode, read: () => T): T {
    const known = this.#read.get(node);
    if (known) {
      this.#log.repeat(known.errors);
      return known.value as T;
    }
    const result = this.#log.watch(read);
    this.#read.set(node, result);
    return result.value;
  }

  /**
   * What a reference names.
   *
   * @param node - the field that names it
   */
  follow(kind: V1Kind, node: YamlNode): YamlNode | undefined {
    const name = node.text();
    const found = name === undefined ? undefined : this.find(kind, name);
    if (name !== undefined && !found) {
      node.error(
        `names the ${kind} '${name}', which is not in this text; put it in the same file`,
      );
    }
    return found;
  }
}
