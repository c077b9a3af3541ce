import { UserError } from '../UserError.mjs';

/**
 * The list of built-in packs with one more.
 *
 * @param text - of `builtInPacks.ts`
 * @throws UserError when the list does not look as it should
 */
export function registerPack(text, { id, camel }) {
  const imports = [...text.matchAll(/^import .*from '\.\/.*';$/gm)];
  const list = /(export const builtInPacks[^=]*= \[)([^\]]*)\]/.exec(text);
  if (imports.length === 0 || !list) {
    throw new UserError(
      'builtInPacks.ts has no list that a pack could be added to; add it by hand.',
    );
  }
  const last = imports.at(-1);
  const end = last.index + last[0].length;
  const packs = list[2]
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return text
    .replace(
      list[0],
      `${list[1]}\n${[...packs, `${camel}Pack`]
        .map(name => `  ${name},\n`)
        .join('')}]`,
    )
    .replace(
      text.slice(0, end),
      `${text.slice(0, end)}\nimport { ${camel}Pack } from './${id}';`,
    );
}
