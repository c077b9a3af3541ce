import { load } from 'js-yaml';
import { stringify } from 'yaml';
import { splitGroups } from './splitGroups';

const groups = [
  {
    name: 'it\'s - here: {{ "quoted" }}\n- name: no',
    interval: '1m30s',
    rules: [
      { record: 'a:b', expr: '# why\n    - name: not a group\nsum(up)\n' },
      { alert: 'A', expr: 'up', annotations: { z: 'multi\n- line\n\n  - x' } },
    ],
  },
  { name: 'second', rules: [{ record: 'a', expr: '\n    - b' }] },
];

function namespace(indent: number): string {
  return stringify({ sightline: groups }, { indent, lineWidth: 0 });
}

describe('splitGroups', () => {
  it.each([2, 4])('parts the groups, indented by %d', indent => {
    const whole = load(namespace(indent)) as { sightline: unknown[] };
    expect(whole.sightline).toHaveLength(groups.length);
    expect(splitGroups(namespace(indent))?.flatMap(one => load(one))).toEqual(
      whole.sightline,
    );
  });

  it('parts what is written without indentation', () => {
    const text = stringify(
      { sightline: groups },
      { indentSeq: false, lineWidth: 0 },
    );
    expect(splitGroups(text)?.flatMap(one => load(one))).toEqual(groups);
  });

  it.each([
    ['an empty namespace', '{}\n'],
    ['JSON', JSON.stringify({ sightline: groups })],
    ['two namespaces', `${namespace(4)}other:\n    - name: x\n`],
    ['something else', 'nothing here'],
  ])('leaves %s to be parsed as a whole', (_what, text) => {
    expect(splitGroups(text)).toBeUndefined();
  });
});
