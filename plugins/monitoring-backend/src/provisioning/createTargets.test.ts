import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from '../config';
import { MemoryTarget } from './__testUtils__/builders';
import { createTargets } from './createTargets';

const KEY = { fingerprintKey: 'k' };

function idsOf(provisioning: object, added: MemoryTarget[] = []) {
  const config = readMonitoringConfig(
    new ConfigReader({
      monitoring: {
        prometheus: [
          { id: 'default', url: 'http://prometheus' },
          { id: 'eu', url: 'http://eu' },
        ],
        grafana: [
          { id: 'a', url: 'http://a' },
          { id: 'b', url: 'http://b' },
        ],
        provisioning,
      } as any,
    }),
  );
  return createTargets(config, { ...KEY, added }).map(({ id }) => id);
}

describe('createTargets', () => {
  it('has one for each Grafana, folder of rule files and ruler, and those of modules', () => {
    expect(
      idsOf(
        {
          ruleFiles: [
            { id: 'here', directory: '/here' },
            { id: 'eu', directory: '/eu', prometheus: 'eu' },
          ],
          mimir: [{ id: 'eu', prometheus: 'eu' }],
          alertmanagerConfig: { file: '/alertmanager.yaml' },
        },
        [new MemoryTarget('acme:x')],
      ),
    ).toEqual([
      'grafana:a',
      'grafana:b',
      'rule-files:here',
      'rule-files:eu',
      'mimir:eu',
      'alertmanager-config:default',
      'acme:x',
    ]);
  });

  it('asks no Grafana that nothing goes to', () => {
    expect(idsOf({ dashboards: 'none' })).toEqual([]);
  });

  it('refuses a target of a module with the id of one of ours', () => {
    expect(() => idsOf({}, [new MemoryTarget('grafana:b')])).toThrow(
      "A module adds a target of provisioning that is called 'grafana:b'",
    );
  });
});
