import { expandTemplate, TemplateContext } from './template/expandTemplate';

/** Labels or annotations of a rule with their templates filled in for one instance. */
export function expandTexts(
  texts: Record<string, string>,
  context: TemplateContext,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      expandTemplate(text, context),
    ]),
  );
}
