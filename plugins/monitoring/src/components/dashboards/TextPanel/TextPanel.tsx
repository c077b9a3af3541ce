import { useMemo } from 'react';
import { CodeSnippet, MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  interpolateVariables,
  rangeVariables,
  readTextOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { scrollShadow } from '../scrollShadow';
import { PanelProps } from '../types';
import { htmlAsMarkdown } from './htmlAsMarkdown';
import { showTags } from './showTags';

const PLAIN = 'plaintext';

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    overflowWrap: 'anywhere',
    ...scrollShadow(theme),
    '& h1': { ...theme.typography.h5, margin: theme.spacing(0, 0, 1) },
    '& h2': { ...theme.typography.h6, margin: theme.spacing(1, 0, 0.5) },
    '& h3, & h4, & h5, & h6': {
      ...theme.typography.subtitle1,
      margin: theme.spacing(1, 0, 0.5),
    },
    '& p, & li': theme.typography.body2,
    '& p': { margin: theme.spacing(0, 0, 1) },
    '& ul, & ol': { margin: theme.spacing(0, 0, 1), paddingLeft: 24 },
    '& table': { marginBottom: theme.spacing(1) },
    '& td, & th': {
      padding: `${theme.spacing(0.5, 1)} !important`,
      lineHeight: '1.43 !important',
      textAlign: 'left',
      ...theme.typography.body2,
    },
    '& code': { fontSize: '0.9em' },
    '& pre': { margin: 0, overflow: 'auto' },
  },
  code: {
    margin: 0,
    fontSize: theme.typography.caption.fontSize,
    whiteSpace: 'pre-wrap',
  },
}));

/** Props of {@link TextPanel}. */
export type TextPanelProps = Pick<PanelProps, 'panel' | 'variables'> &
  Partial<Pick<PanelProps, 'range'>>;

/**
 * A note of the dashboard's author.
 *
 * @remarks
 * Markdown and HTML go through the sanitizer of Backstage's `MarkdownContent`: what could run,
 * frame or restyle the page is left out or written as text.
 */
export function TextPanel(props: TextPanelProps) {
  const { panel, variables, range } = props;
  const classes = useStyles();
  const { mode, content, language, showLineNumbers } = useMemo(
    () => readTextOptions(panel.options),
    [panel],
  );
  const text = useMemo(
    () =>
      interpolateVariables(content, {
        variables,
        scoped: panel.scopedVariables,
        builtIns: range && rangeVariables(range),
        // What a variable holds is no markup.
        defaultFormat: mode === 'code' ? 'csv' : 'html',
      }),
    [content, mode, variables, panel, range],
  );

  return (
    <div
      className={classes.root}
      // What scrolls has to be reached without a pointer.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={panel.title || undefined}
    >
      {mode === 'code' && (
        <CodeNote
          text={text}
          language={language}
          showLineNumbers={showLineNumbers}
        />
      )}
      {mode === 'html' && (
        <MarkdownContent content={htmlAsMarkdown(showTags(text, false))} />
      )}
      {mode === 'markdown' && (
        <MarkdownContent content={showTags(text, true)} />
      )}
    </div>
  );
}

function CodeNote(props: {
  text: string;
  language: string | undefined;
  showLineNumbers: boolean;
}) {
  const classes = useStyles();
  const { text, language = PLAIN, showLineNumbers } = props;
  return language === PLAIN && !showLineNumbers ? (
    <pre className={classes.code}>{text}</pre>
  ) : (
    <CodeSnippet
      text={text}
      language={language}
      showLineNumbers={showLineNumbers}
    />
  );
}
