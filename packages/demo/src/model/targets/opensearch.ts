import { SimulatedTarget } from '../SimulatedTarget';
import { OpensearchCluster } from './opensearch/OpensearchCluster';
import { OpensearchIndices } from './opensearch/OpensearchIndices';
import { OpensearchNode } from './opensearch/OpensearchNode';
import { OpensearchWork } from './opensearch/OpensearchWork';

/** OpenSearch, under the names of elasticsearch_exporter. */
export function createOpensearch(): SimulatedTarget {
  const cluster = new OpensearchCluster();
  const parts = [
    new OpensearchIndices(),
    new OpensearchNode(),
    new OpensearchWork(),
  ];
  return {
    name: 'opensearch',
    job: 'opensearch',
    instance: 'opensearch-0',
    isService: false,
    families: [
      ...cluster.families,
      ...parts.flatMap(({ families }) => families),
    ],
    advance(step) {
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
