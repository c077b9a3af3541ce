import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(file: string): string {
  return readFileSync(join(__dirname, '..', file), 'utf8');
}

/** Paths of all settings in the schema, `prometheus[].auth.token`; one line each, as prettier has it. */
function settings(): string[] {
  let open: { indent: number; name: string }[] = [];
  return read('config.d.ts')
    .split('\n')
    .flatMap(line => {
      const [, spaces, name, type] = line.match(/^( +)(\w+)\??:(.*)$/) ?? [];
      if (!name) {
        return [];
      }
      const indent = spaces.length;
      open = [
        ...open.filter(outer => outer.indent < indent),
        { indent, name: type.startsWith(' Array<{') ? `${name}[]` : name },
      ];
      // `monitoring` itself is said once, above; several forms begin on the next line.
      return type === '' || type.endsWith('{')
        ? []
        : [
            open
              .slice(1)
              .map(({ name: part }) => part)
              .join('.'),
          ];
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
  it.each([...new Set(settings())])('has %s', setting => {
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
        'provisioning.ruleFiles.directory',
        'provisioning.mimir[].url',
        'provisioning.prune.maxShare',
        'runbookBaseUrl',
      ]),
    );
  });
});
