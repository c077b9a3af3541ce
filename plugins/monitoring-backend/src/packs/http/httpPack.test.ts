import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './httpPack';

const context = {
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
};

describe('the http pack', () => {
  it('is sound', () => {
    expect(checkPack(httpPack, context)).toEqual([]);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    const [{ id, model }] = httpPack.dashboards(context);
    expect(id).toBe('overview');
    expect(
      Object.fromEntries(
        (model.panels as any[])
          .filter(({ type }) => type !== 'row')
          .map(panel => [panel.id, panel.title]),
      ),
    ).toEqual({
      1: 'Requests',
      2: 'Failing requests',
      3: 'Typical duration',
      4: 'Slow duration',
      10: 'Requests by answer',
      11: 'Failing requests',
      12: 'Duration',
      13: 'Requests by route',
      14: 'Failing requests by route',
      15: 'Slow duration by route',
    });
  });
});
