import { IncidentTimeline } from './IncidentTimeline';

describe('IncidentTimeline', () => {
  it('knows what is on from its start until just before its end', () => {
    const timeline = new IncidentTimeline();
    timeline.start('slow-uploads', 100);
    timeline.end('slow-uploads', 200);
    expect(
      [99, 100, 199, 200].map(time => timeline.isActive('slow-uploads', time)),
    ).toEqual([false, true, true, false]);
  });

  it('lets an incident happen again', () => {
    const timeline = new IncidentTimeline([
      { name: 'slow-uploads', start: 1, end: 2 },
    ]);
    timeline.start('slow-uploads', 3);
    expect(timeline.isActive('slow-uploads', 4)).toBe(true);
  });

  it('does not start what is on, and says how to end it', () => {
    const timeline = new IncidentTimeline([{ name: 'slow-uploads', start: 1 }]);
    expect(() => timeline.start('slow-uploads', 2)).toThrow(
      'slow-uploads is on already; end it first: npm run demo -- incident end slow-uploads',
    );
  });

  it('does not end what is not on', () => {
    expect(() => new IncidentTimeline().end('slow-uploads', 2)).toThrow(
      'slow-uploads is not on',
    );
  });

  it('tells the next moment of change', () => {
    const timeline = new IncidentTimeline([
      { name: 'slow-uploads', start: 10, end: 20 },
      { name: 'target-down', start: 15 },
    ]);
    expect([5, 10, 15, 20].map(time => timeline.nextChange(time))).toEqual([
      10,
      15,
      20,
      Infinity,
    ]);
  });
});
