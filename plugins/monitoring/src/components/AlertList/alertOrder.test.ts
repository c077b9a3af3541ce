import { anAlert } from '../../__testUtils__';
import { compareAlerts } from './alertOrder';

describe('compareAlerts', () => {
  it('puts firing before pending before silenced, then the severe, then the old', () => {
    const early = '2026-11-23T13:00:00Z';
    const late = '2026-11-23T14:00:00Z';
    const sorted = [
      anAlert({ name: 'silenced', state: 'silenced' }),
      anAlert({ name: 'pending', state: 'pending' }),
      anAlert({ name: 'warning', severity: 'warning', since: early }),
      anAlert({ name: 'critical, late', since: late }),
      anAlert({ name: 'critical, early', since: early }),
    ].sort(compareAlerts);

    expect(sorted.map(alert => alert.name)).toEqual([
      'critical, early',
      'critical, late',
      'warning',
      'pending',
      'silenced',
    ]);
  });
});
