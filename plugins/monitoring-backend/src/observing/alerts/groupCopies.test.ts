import fc from 'fast-check';
import { AlertCopy, groupCopies } from './groupCopies';
import { replicaLabels } from './replicaLabels';

const GUESSING = replicaLabels();

function copy(labels: Record<string, string>, origin: string = 'a'): AlertCopy {
  return { labels: { alertname: 'Lag', ...labels }, origin };
}

function groupsOf(copies: AlertCopy[], labels = GUESSING): number[] {
  return groupCopies(copies, labels).map(group => group.copies.length);
}

describe('groupCopies', () => {
  it.each([
    ['replicas of the operator', 'prometheus_replica'],
    ['replicas of Mimir', '__replica__'],
    ['rulers of Thanos', 'rule_replica'],
    ['folders of Grafana', 'grafana_folder'],
    ['rules of Grafana', '__alert_rule_uid__'],
  ])('knows one alert of several %s', (_, label) => {
    const [group, ...others] = groupCopies(
      [copy({ [label]: '0' }), copy({ [label]: '1' }), copy({})],
      GUESSING,
    );
    expect(group.identity).toEqual({ alertname: 'Lag' });
    expect(group.copies).toHaveLength(3);
    expect(others).toEqual([]);
  });

  it('takes a replica for one of Prometheus when each server tells one', () => {
    expect(
      groupsOf([copy({ replica: '0' }, 'a'), copy({ replica: '1' }, 'b')]),
    ).toEqual([2]);
  });

  it('takes a replica for one of the database when one server tells two', () => {
    expect(
      groupsOf([copy({ replica: 'db-0' }), copy({ replica: 'db-1' })]),
    ).toEqual([1, 1]);
  });

  it('tells replicas of the database and of Prometheus apart in one answer', () => {
    const copies = ['a', 'b'].flatMap(server =>
      ['db-0', 'db-1'].map(replica =>
        copy({ replica, prometheus: server, prometheus_replica: '0' }, server),
      ),
    );
    expect(groupsOf(copies)).toEqual([2, 2]);
  });

  it('guesses nothing when it is told the labels', () => {
    const copies = [copy({ replica: '0' }, 'a'), copy({ replica: '1' }, 'b')];
    expect(groupsOf(copies, replicaLabels([]))).toEqual([1, 1]);
    expect(groupsOf(copies, replicaLabels(['replica']))).toEqual([2]);
    const ofOne = [copy({ zone: '0' }), copy({ zone: '1' })];
    expect(groupsOf(ofOne, replicaLabels(['zone']))).toEqual([2]);
  });

  it('never loses or doubles a copy, and never joins what differs otherwise', () => {
    const label = fc.constantFrom('replica', 'prometheus', 'rule_replica', 'x');
    const labels = fc.dictionary(label, fc.constantFrom('0', '1'));
    const copies = fc.array(
      fc
        .tuple(labels, fc.constantFrom('a', 'b'))
        .map(([some, origin]) => copy(some, origin)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(copies, all => {
        const groups = groupCopies(all, GUESSING);
        expect(new Set(groups.flatMap(group => group.copies))).toEqual(
          new Set(all),
        );
        expect(groups.flatMap(group => group.copies)).toHaveLength(all.length);
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
        for (const group of groups) {
          expect(new Set(group.copies.map(one => one.labels.x)).size).toBe(1);
        }
      }),
    );
  });
});
