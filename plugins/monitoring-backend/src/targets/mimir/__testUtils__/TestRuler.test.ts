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

/** A parser's words are its own; that it refuses is not. */
function comparable(text: string | undefined): string | undefined {
  return text
    ?.replace(/^(?:\d+:\d+: )+/, '')
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
        const { text, body } = response;
        if (text !== undefined && response.status === 200) {
          expect(parse(answer.text)).toEqual(parse(text));
        } else if (text !== undefined) {
          expect(comparable(answer.text)).toBe(comparable(text));
        } else if (body !== undefined) {
          expect(JSON.parse(answer.text)).toEqual(body);
        }
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

  const { names } = recorded.scenarios.find(
    ({ name }) => name === 'ruler.names',
  ) as any;

  // No URL of fetch has a dot for a name.
  const possible = names.filter(
    ({ post, name }: any) => post === 202 && name !== '.',
  );

  it.each(possible)('keeps the name $name', async ({ name, encoded }: any) => {
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
