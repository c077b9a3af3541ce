import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import blue from '@material-ui/core/colors/blue';
import deepOrange from '@material-ui/core/colors/deepOrange';
import green from '@material-ui/core/colors/green';
import purple from '@material-ui/core/colors/purple';
import { Theme } from '@material-ui/core/styles';

/** Looks like the text fields around it, in both themes. */
export function editorTheme(theme: Theme): Extension {
  const { palette } = theme;
  const isDark = palette.type === 'dark';
  const error = palette.error[isDark ? 'light' : 'main'];
  const shade = isDark ? 200 : 900;
  const selected = { backgroundColor: palette.action.selected };

  return [
    EditorView.theme(
      {
        '&': {
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          fontSize: theme.typography.body2.fontSize as string,
        },
        '&.cm-focused': { outline: 'none' },
        '.cm-content': {
          padding: '9px 0',
          caretColor: palette.text.primary,
          fontFamily: 'monospace',
        },
        '.cm-line': { padding: '0 12px' },
        '.cm-scroller': { maxHeight: '240px', overflow: 'auto' },
        '.cm-cursor': { borderLeftColor: palette.text.primary },
        '.cm-placeholder': { color: palette.text.secondary },
        '&.cm-focused .cm-selectionBackground, .cm-selectionBackground':
          selected,
        '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': selected,
        '.cm-fault': {
          textDecoration: `underline wavy ${error}`,
          textUnderlineOffset: '3px',
        },
        '.cm-tooltip': {
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          border: `1px solid ${palette.divider}`,
          borderRadius: `${theme.shape.borderRadius}px`,
          zIndex: theme.zIndex.tooltip,
        },
        '.cm-tooltip-autocomplete ul li[aria-selected]': {
          color: palette.text.primary,
          backgroundColor: palette.action.selected,
        },
        '.cm-completionDetail': { color: palette.text.secondary },
        '.cm-completionInfo': { maxWidth: '360px' },
        // Beside the list there is no room, and over it the other choices cannot be read.
        [theme.breakpoints.down('xs')]: {
          '.cm-completionInfo': { display: 'none' },
        },
      },
      { dark: isDark },
    ),
    syntaxHighlighting(
      HighlightStyle.define([
        {
          tag: [tags.function(tags.variableName), tags.operatorKeyword],
          color: blue[shade],
        },
        {
          tag: [tags.modifier, tags.keyword, tags.logicOperator],
          color: purple[shade],
        },
        { tag: tags.string, color: green[shade] },
        { tag: tags.number, color: deepOrange[shade] },
        {
          tag: tags.comment,
          color: palette.text.secondary,
          fontStyle: 'italic',
        },
        { tag: tags.labelName, fontWeight: 'bold' },
      ]),
    ),
  ];
}
