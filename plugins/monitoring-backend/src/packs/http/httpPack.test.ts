import { checkPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './httpPack';

it('the http pack is sound', () => {
  expect(
    checkPack(httpPack, {
      entityRef: 'component:default/ingestor',
      name: 'ingestor',
      title: 'Ingestor',
      selector: 'service="ingestor"',
      options: {},
    }),
  ).toEqual([]);
});
