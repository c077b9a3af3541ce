import { mockServices } from '@backstage/backend-test-utils';
import { setUpReconciler } from '../__testUtils__/setUpReconciler';

function anAuditor() {
  const auditor = mockServices.auditor.mock();
  const events: { meta: unknown; success: jest.Mock; fail: jest.Mock }[] = [];
  auditor.createEvent.mockImplementation(async ({ meta }) => {
    const event = { meta, success: jest.fn(), fail: jest.fn() };
    events.push(event);
    return event;
  });
  return { auditor, events };
}

it('audits each write with what it is of, and how it ended', async () => {
  const { auditor, events } = anAuditor();
  const { grafana, run } = setUpReconciler({}, { auditor });
  grafana.failWrites = uid =>
    uid.includes('overview') ? 'Grafana is full' : undefined;
  const { id } = await run();
  expect(auditor.createEvent).toHaveBeenCalledTimes(4);
  const [dashboard] = events.filter(({ fail }) => fail.mock.calls.length > 0);
  expect(dashboard.meta).toMatchObject({
    action: 'create',
    target: 'grafana:default',
    kind: 'dashboard',
    entityRef: 'component:default/ingestor',
    runId: id,
  });
  expect(dashboard.success).not.toHaveBeenCalled();
  expect(
    events.filter(({ success }) => success.mock.calls.length === 1),
  ).toHaveLength(3);
});

it('audits nothing when nothing is written', async () => {
  const { auditor } = anAuditor();
  const { run } = setUpReconciler({ mode: 'plan' }, { auditor });
  await run();
  expect(auditor.createEvent).not.toHaveBeenCalled();
});
