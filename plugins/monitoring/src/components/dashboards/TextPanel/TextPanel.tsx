import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  interpolateVariables,
  PanelModel,
  readTextOptions,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    overflow: 'auto',
    '& h1': { ...theme.typography.h6, margin: theme.spacing(0, 0, 1) },
    '& h2, & h3, & h4': {
      ...theme.typography.subtitle1,
      margin: theme.spacing(1, 0, 0.5),
    },
    '& p, & li': theme.typography.body2,
  },
  code: {
    margin: 0,
    fontSize: theme.typography.caption.fontSize,
    whiteSpace: 'pre-wrap',
  },
}));

/** A note of the dashboard's author. HTML in it is never run. */
export function TextPanel(props: {
  panel: PanelModel;
  variables: VariableValues;
}) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { mode, content } = readTextOptions(props.panel.options);
  const text = interpolateVariables(content, {
    variables: props.variables,
    defaultFormat: 'text',
  });

  return (
    <div className={classes.root}>
      {mode === 'html' && (
        <Typography variant="body2">
          {t('dashboards.panel.htmlText')}
        </Typography>
      )}
      {mode === 'code' && <pre className={classes.code}>{text}</pre>}
      {mode === 'markdown' && <MarkdownContent content={text} />}
    </div>
  );
}
