import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(file: string): string {
  return readFileSync(join(__dirname, '..', file), 'utf8');
}

/** Paths of all settings in the schema, `prometheus[].auth.token`; one line each, as prettier has it. */
function settings(): string[] {
  const open: string[] = [];
  return read('config.d.ts')
    .split('\n')
    .flatMap(line => {
      const [, indent, name, type] = line.match(/^( +)(\w+)\??: (.*)$/) ?? [];
      if (!name) {
        return [];
      }
      const depth = indent.length / 2 - 1;
      open.length = depth;
      open[depth] = type.startsWith('Array<{') ? `${name}[]` : name;
      // `monitoring` itself is said once, above.
      return type.endsWith('{') ? [] : [open.slice(1).join('.')];
    });
}

/** What the page says below a heading. */
function section(title: string): string {
  const [, text] = read('README.md').split(`\n### ${title}\n`);
  return text.split(/\n##+ /)[0];
}

const SECTIONS = [
  'prometheus[]',
  'grafana[]',
  'alertmanager[]',
  'provisioning',
  'notifications',
];

describe('the configuration in README.md', () => {
  it.each(settings())('has %s', setting => {
    const own = SECTIONS.find(name => setting.startsWith(`${name}.`));
    const text = section(own ? `\`${own}\`` : 'Of everything');
    expect(text).toContain(`\`${setting.slice(own ? own.length + 1 : 0)}\``);
  });

  it('is compared with all of the schema', () => {
    expect(settings()).toEqual(
      expect.arrayContaining([
        'defaultSelector',
        'prometheus[].scope[].from',
        'prometheus[].auth.headers',
        'provisioning.prune.maxShare',
        'runbookBaseUrl',
      ]),
    );
  });
});
