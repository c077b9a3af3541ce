/**
 * HTML as Markdown that consists of that HTML alone: one block without an empty line, at which
 * Markdown would begin.
 */
export function htmlAsMarkdown(html: string): string {
  const joined = html.replace(/\r\n?/g, '\n').replace(/^[ \t]*$/gm, '<!-- -->');
  return `<div>\n${joined}\n</div>`;
}
