import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from './lib/main.mjs';
import { formatAs, packFiles } from './lib/newPack/packFiles.mjs';
import { packNames } from './lib/newPack/packNames.mjs';
import {
  NEW_PACK_HELP,
  readNewPackArguments,
} from './lib/newPack/readNewPackArguments.mjs';
import { registerPack } from './lib/newPack/registerPack.mjs';
import { ROOT } from './lib/root.mjs';
import { UserError } from './lib/UserError.mjs';

const PACKS = 'plugins/monitoring-backend/src/packs';

await main(async () => {
  const { id, title, help } = readNewPackArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(`${NEW_PACK_HELP}\n`);
    return;
  }
  const names = packNames(id, title);
  const files = await packFiles(names, `${PACKS}/${id}`, ROOT);
  const taken = Object.keys(files).find(file => existsSync(join(ROOT, file)));
  if (taken) {
    throw new UserError(`${taken} is there already; nothing was written.`);
  }
  const list = join(ROOT, PACKS, 'builtInPacks.ts');
  const registered = await formatAs(
    list,
    registerPack(readFileSync(list, 'utf8'), names),
    ROOT,
  );
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
  writeFileSync(list, registered);
  process.stdout.write(
    `The pack ${id} is there, and its tests pass (where you have no yarn, .toolchain/bin/yarn is one):\n\n  yarn workspace @sightline/backstage-plugin-monitoring-backend test src/packs/${id}\n\nNow let it measure the real thing, in this order:\n${Object.keys(
      files,
    )
      .map(file => `  ${file}\n`)
      .join('')}\nand give it a row in docs/packs/README.md.\n`,
  );
});
