import { storageApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { renderHook } from '@testing-library/react';
import { useExpressionHistory } from './useExpressionHistory';

const ENTITY = 'component:default/ingestor';

it('reads what was kept with line ends of Windows, each expression once', async () => {
  const storage = mockApis.storage();
  await storage
    .forBucket('monitoring-explore')
    .set(ENTITY, ['up\r\n+ down', 'up\n+ down', 'up', 7]);
  const { result } = renderHook(() => useExpressionHistory(ENTITY), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[[storageApiRef, storage]]}>
        {children}
      </TestApiProvider>
    ),
  });
  expect(result.current[0]).toEqual(['up\n+ down', 'up']);
});
