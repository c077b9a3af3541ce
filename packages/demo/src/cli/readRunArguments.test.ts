import { readRunArguments } from './readRunArguments';

describe('readRunArguments', () => {
  it('leaves ports that are not named to their defaults', () => {
    expect(readRunArguments(['--prometheus-port', '19090'])).toEqual({
      directory: '.demo',
      ports: { prometheus: 19090 },
      grafana: undefined,
    });
  });

  it('takes a real Grafana with its token', () => {
    expect(
      readRunArguments(['--grafana-url', 'http://g', '--grafana-token', 't'])
        .grafana,
    ).toEqual({ url: 'http://g', token: 't' });
  });

  it('puts the alert rules where it is told', () => {
    expect(readRunArguments(['--alerts', 'grafana']).alerts).toBe('grafana');
    expect(readRunArguments([]).alerts).toBeUndefined();
  });

  it.each([
    [['--portal-port', '0'], "--portal-port is '0'"],
    [['--grafana-url', 'http://g'], 'belong together'],
    [['--alerts', 'nowhere'], "--alerts is 'nowhere'"],
    [['--fast'], '--fast'],
  ])('refuses %j by name', (args, message) => {
    expect(() => readRunArguments(args)).toThrow(message);
  });
});
