import { parse } from 'yaml';
import recorded from '../__fixtures__/ruler.json';
import { TestRuler } from './TestRuler';

interface Exchange {
  request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
  };
  response: { status: number; text?: string; body?: unknown };
}

const PREFIX = '/prometheus';

/** Recorded as `<a group g20 with 20 rules>` where the text does not matter. */
function bodyOf({ request }: Exchange): string | undefined {
  const [, name, count] =
    /^<a group (\w+) with (\d+) rules>$/.exec(request.body ?? '') ?? [];
  return name
    ? JSON.stringify({
        name,
        rules: Array.from({ length: Number(count) }, (_, index) => ({
          record: `m${index}`,
          expr: 'vector(1)',
        })),
      })
    : request.body;
}

/** YAML and JSON by what they mean; a parser's words are its own, that it refuses is not. */
function comparable({ status, text }: { status: number; text: string }) {
  return status < 300
    ? parse(text)
    : text
        .replace(/^(?:\d+:\d+: )+/, '')
        .replace(/(could not parse expression: ).*/s, '$1');
}

// The fake answers what Mimir answered: else whatever passes on it proves nothing.
describe('the ruler of these tests', () => {
  let ruler: TestRuler;

  beforeEach(async () => {
    ruler = await TestRuler.start();
  });

  afterEach(async () => {
    await ruler.stop();
  });

  async function ask({ request }: Exchange, body?: string) {
    const response = await fetch(
      `${ruler.url.slice(0, -PREFIX.length)}${request.path}`,
      { method: request.method, headers: request.headers, body },
    );
    return { status: response.status, text: await response.text() };
  }

  it.each(recorded.scenarios.map(({ name }) => name))(
    'answers as recorded in %s',
    async name => {
      const scenario = recorded.scenarios.find(one => one.name === name)!;
      for (const exchange of scenario.exchanges as Exchange[]) {
        const { request, response } = exchange;
        if (name === 'ruler.limits') {
          fillUp(exchange);
        }
        const answer = await ask(exchange, bodyOf(exchange));
        const where = `${request.method} ${request.path}`;
        expect([where, answer.status]).toEqual([where, response.status]);
        expect(comparable(answer)).toEqual(
          comparable({
            status: response.status,
            text: response.text ?? JSON.stringify(response.body) ?? '',
          }),
        );
      }
    },
  );

  /** What was there before, and which limits the tenant had, is not among the exchanges. */
  function fillUp({ request }: Exchange) {
    const tenant = request.headers['X-Scope-OrgID'];
    Object.assign(
      ruler.limits,
      tenant === 'small' ? { groups: 2, rules: 3 } : { groups: 70, rules: 20 },
    );
    if (request.body?.startsWith('name: g71')) {
      for (let index = 1; index < 70; index += 1) {
        ruler.put(tenant, 'full', {
          name: `g${index}`,
          rules: [{ record: 'a', expr: 'vector(1)' }],
        });
      }
    }
  }

  // No URL of fetch has a dot for a name.
  const possible = recorded.scenarios
    .flatMap(({ names = [] }) => names)
    .filter(({ post, name }) => post === 202 && name !== '.');

  it.each(possible)('keeps the name $name', async ({ name, encoded }) => {
    const headers = { 'X-Scope-OrgID': 'names' };
    const path = `${ruler.url}/config/v1/rules/${encoded}`;
    const posted = await fetch(path, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        name: 'availability',
        rules: [{ record: 'a', expr: 'vector(1)' }],
      }),
    });
    expect(posted.status).toBe(202);
    const list = await fetch(`${ruler.url}/config/v1/rules`, { headers });
    expect(Object.keys(parse(await list.text()))).toEqual([name]);
  });
});
