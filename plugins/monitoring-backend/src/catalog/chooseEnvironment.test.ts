import { ResolvedMonitoring } from '../packs/types';
import { chooseEnvironment } from './chooseEnvironment';
import { environmentOfDashboard } from './environmentOfDashboard';
import { MonitoredEntity } from './types';

function environment(name: string, uid: string): ResolvedMonitoring {
  return {
    spec: { entityRef: 'component:default/a', environment: name },
    dashboards: [{ uid }],
  } as ResolvedMonitoring;
}

const prod = environment('prod', 'sl-prod');
const stage = environment('stage', 'sl-stage');
const entity = {
  monitoring: prod,
  environments: [prod, stage],
} as MonitoredEntity;

describe('chooseEnvironment', () => {
  it('takes the first when none is named', () => {
    expect(chooseEnvironment(entity, undefined)).toBe(prod);
    expect(chooseEnvironment(entity, 'stage')).toBe(stage);
  });

  it('names those that there are when there is no such environment', () => {
    expect(() => chooseEnvironment(entity, 'test')).toThrow(
      "'component:default/a' has no environment 'test'; it has prod, stage",
    );
  });
});

describe('environmentOfDashboard', () => {
  it('knows a dashboard of a pack by its uid, whatever is chosen', () => {
    expect(environmentOfDashboard(entity, 'sl-stage', undefined)).toBe(stage);
    expect(environmentOfDashboard(entity, 'sl-stage', 'prod')).toBe(stage);
  });

  it('shows the chosen environment in a linked dashboard', () => {
    expect(environmentOfDashboard(entity, 'linked', 'stage')).toBe(stage);
    expect(environmentOfDashboard(entity, 'linked', undefined)).toBe(prod);
  });
});
