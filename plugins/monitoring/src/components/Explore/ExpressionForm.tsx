import { useId, useMemo, useRef, useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import { monitoringApiRef, MonitoringTimeRange } from '../../api';
import { errorText } from '../../api/errorText';
import { monitoringExploreTranslationRef } from '../../translation';
import { lazily } from '../lazily';
import { visuallyHidden } from '../dashboards/visuallyHidden';
import { HistoryMenu } from './HistoryMenu';
import { positionOf } from './positionOf';

/** An editor of one line, in pixels. */
const EDITOR_HEIGHT = 40;

const PromqlEditor = lazily(
  () => import('./PromqlEditor').then(module => module.PromqlEditor),
  <Skeleton variant="rect" height={EDITOR_HEIGHT} />,
);

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  editor: {
    flex: 1,
    minWidth: 0,
    minHeight: EDITOR_HEIGHT,
    overflow: 'hidden',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-within': {
      borderColor: theme.palette.primary.main,
      boxShadow: `0 0 0 1px ${theme.palette.primary.main}`,
    },
  },
  faulty: {
    borderColor: theme.palette.error.main,
  },
  help: visuallyHidden,
}));

/** Props of {@link ExpressionForm}. */
export interface ExpressionFormProps {
  entityRef: string;
  environment?: string;
  range: MonitoringTimeRange;
  /** What was run last; empty when nothing was. */
  expression: string;
  /** What the editor has when nothing was run. */
  beginning: string;
  /** Ran before, newest first. */
  history: string[];
  /** Why `expression` has no answer. */
  error?: Error;
  onRun: (expression: string) => void;
}

/** Where an expression is typed and run. */
export function ExpressionForm(props: ExpressionFormProps) {
  const { entityRef, environment, expression, beginning, error } = props;
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const classes = useStyles();
  const { explore } = useApi(monitoringApiRef);
  const helpId = useId();
  const faultId = useId();
  const [draft, setDraft] = useDraft(expression, beginning);
  const range = useRef(props.range);
  range.current = props.range;
  const completion = useMemo(
    () => ({
      api: explore,
      entityRef,
      environment,
      range: () => range.current,
    }),
    [explore, entityRef, environment],
  );
  // What was typed since is not at fault yet.
  const fault = error && draft === expression ? error : undefined;
  const run = (text: string) => {
    if (text.trim() !== '') {
      props.onRun(text);
    }
  };

  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        run(draft);
      }}
    >
      <div className={classes.row}>
        <div className={`${classes.editor} ${fault ? classes.faulty : ''}`}>
          <PromqlEditor
            value={draft}
            onChange={setDraft}
            onRun={() => run(draft)}
            completion={completion}
            fault={useMemo(() => positionOf(fault), [fault])}
            label={t('explore.editor')}
            describedBy={`${helpId} ${faultId}`}
            placeholder={t('explore.placeholder')}
          />
        </div>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          startIcon={<PlayArrowIcon />}
        >
          {t('explore.run')}
        </Button>
        <HistoryMenu
          expressions={props.history}
          onChoose={chosen => {
            setDraft(chosen);
            run(chosen);
          }}
        />
      </div>
      <p id={helpId} className={classes.help}>
        {t('explore.editorHelp')}
      </p>
      <FormHelperText id={faultId} error role="alert">
        {fault && errorText(fault)}
      </FormHelperText>
    </form>
  );
}

/** What stands in the editor: what was typed, until something else was run. */
function useDraft(
  expression: string,
  beginning: string,
): [draft: string, setDraft: (text: string) => void] {
  const [state, setState] = useState({
    draft: expression || beginning,
    expression,
  });
  if (state.expression !== expression) {
    setState({ draft: expression || beginning, expression });
  }
  return [
    state.draft,
    (draft: string) => setState(before => ({ ...before, draft })),
  ];
}
