import { GrafanaState } from '../state/GrafanaState';
import { Person } from './Person';
import { snapshot } from './snapshot';

describe('Person', () => {
  const aGrafana = () => {
    const state = new GrafanaState(() => new Date('2026-01-02T03:04:05Z'));
    const person = Person.create(state);
    person.createFolder({ uid: 'f1', title: 'F1' });
    person.createFolder({ uid: 'f2', title: 'F2', parentUid: 'f1' });
    person.createDashboard({ uid: 'd1', title: 'D1', folderUid: 'f1' });
    person.addRule('f1', 'g1', { uid: 'r1', title: 'R1' });
    person.addRule('f1', 'g1', { uid: 'r2', title: 'R2' });
    return { state, person };
  };

  it('works in Grafana by hand', () => {
    const { state, person } = aGrafana();
    person.editDashboard('d1', content => ({ ...content, title: 'Mine' }));
    person.moveDashboard('d1', 'f2');
    person.renameFolder('f1', 'Renamed');
    person.editRule('r1', body => ({ ...body, title: 'My rule' }));
    expect(snapshot(state)).toMatchObject({
      dashboards: [
        {
          uid: 'd1',
          folderUid: 'f2',
          data: { title: 'Mine' },
          writtenBy: 'editor',
        },
      ],
      folders: [
        { uid: 'f1', title: 'Renamed' },
        { uid: 'f2', title: 'F2', parentUid: 'f1' },
      ],
      ruleGroups: [
        {
          folderUid: 'f1',
          group: 'g1',
          interval: 60,
          rules: [
            { uid: 'r1', title: 'My rule' },
            { uid: 'r2', title: 'R2' },
          ],
        },
      ],
    });
  });

  it('deletes', () => {
    const { state, person } = aGrafana();
    person.deleteRule('r1');
    expect(snapshot(state).ruleGroups[0].rules).toHaveLength(1);
    person.deleteFolder('f1');
    expect(snapshot(state)).toMatchObject({
      dashboards: [],
      folders: [],
      ruleGroups: [],
    });
  });

  it('cannot change what is not there', () => {
    const { person } = aGrafana();
    expect(() => person.deleteDashboard('nope')).toThrow(
      'The stand-in has no dashboard nope',
    );
  });

  it('leaves two equal worlds equal, whatever their history', () => {
    const { state: left } = aGrafana();
    const { state: right, person } = aGrafana();
    person.createDashboard({ uid: 'd2', title: 'D2' });
    expect(snapshot(right)).not.toEqual(snapshot(left));
    person.deleteDashboard('d2');
    expect(snapshot(right)).toEqual(snapshot(left));
  });
});
