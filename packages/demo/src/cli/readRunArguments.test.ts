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

  it.each([
    [['--portal-port', '0'], "--portal-port is '0'"],
    [['--grafana-url', 'http://g'], 'belong together'],
    [['--fast'], '--fast'],
  ])('refuses %j by name', (args, message) => {
    expect(() => readRunArguments(args)).toThrow(message);
  });
});
