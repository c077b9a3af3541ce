import { faultySloName } from './faultySloName';

describe('faultySloName', () => {
  it.each([
    ['availability 99,9% 30d', 'availability'],
    ['availabilty 99.9%', 'availability'],
    ['availability 99.9% 30 name=uploads', 'uploads'],
    ['latency p95 < 500ms 3o d', 'latency-500-ms'],
    ['latency p95 <= 500ms', 'latency'],
    ['latency 95 < 0.5s', 'latency-500-ms'],
    ['throughput > 3', 'throughput'],
    ['<', 'availability'],
    ['', 'availability'],
  ])('calls %p %p', (text, name) => {
    expect(faultySloName(text)).toBe(name);
  });
});
