/** What these tags hold is no text, could run, or has a grammar of its own. */
const TAGS =
  /<(?=\/?(?:script|style|iframe|title|textarea|xmp|noembed|noframes|plaintext|svg|math)\b)/gi;
/** A picture that its author says nothing about is left out for those who listen. */
const MUTE_PICTURES = /<img(?=[\s/>])(?![^>]*\salt\s*=)/gi;
/** In Markdown, what stands in it is as it is. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|``[^`]*``|`[^`\n]*`)/;

/**
 * Writes tags that are left out for safety as text, as Grafana does, so that their author sees that
 * they do nothing. It is not what makes them safe: that is the sanitizer's work.
 */
export function showTags(text: string, isMarkdown: boolean): string {
  const escape = (part: string) =>
    part.replace(TAGS, '&lt;').replace(MUTE_PICTURES, '<img alt=""');
  return isMarkdown
    ? text
        .split(CODE)
        .map((part, index) => (index % 2 ? part : escape(part)))
        .join('')
    : escape(text);
}
