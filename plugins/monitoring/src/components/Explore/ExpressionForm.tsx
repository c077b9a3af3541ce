import { useId, useMemo, useRef, useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import { monitoringApiRef, MonitoringTimeRange } from '../../api';
import { errorText } from '../../api/errorText';
import { hasStatus } from '../../api/hasStatus';
import { toneColors } from '../../theme/toneColors';
import { monitoringExploreTranslationRef } from '../../translation';
import { lazily } from '../lazily';
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
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  editor: {
    // On a phone it has a row of its own.
    flex: '1 1 260px',
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
    borderColor: toneColors(theme, 'error').icon,
  },
  run: {
    height: EDITOR_HEIGHT,
  },
  help: {
    display: 'block',
    marginTop: theme.spacing(0.5),
    color: theme.palette.textSubtle,
  },
  fault: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    overflowWrap: 'anywhere',
    '&:not(:empty)': { marginTop: theme.spacing(1) },
  },
  faultText: {
    minWidth: 0,
  },
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
  const theme = useTheme();
  const { explore } = useApi(monitoringApiRef);
  const helpId = useId();
  const faultId = useId();
  const [draft, setDraft] = useDraft(expression, beginning);
  const phrases = useMemo(
    () => ({
      Completions: t('explore.completions'),
      'Selection deleted': t('explore.selectionDeleted'),
    }),
    [t],
  );
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
  // What was typed since is not at fault yet; why the last one was stays to be read meanwhile.
  const fault = error && draft === expression ? error : undefined;
  const isInvalid = fault !== undefined && hasStatus(fault, 400);
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
        <div className={`${classes.editor} ${isInvalid ? classes.faulty : ''}`}>
          <PromqlEditor
            value={draft}
            onChange={setDraft}
            onRun={() => run(draft)}
            completion={completion}
            isInvalid={isInvalid}
            fault={useMemo(() => positionOf(fault), [fault])}
            label={t('explore.editor')}
            describedBy={`${helpId} ${faultId}`}
            placeholder={t('explore.placeholder')}
            phrases={phrases}
          />
        </div>
        <Button
          className={classes.run}
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
      <Typography
        className={classes.fault}
        id={faultId}
        variant="body2"
        component="div"
        role="alert"
      >
        {error && (
          <>
            <ErrorOutlineIcon
              fontSize="small"
              style={{ color: toneColors(theme, 'error').icon }}
              aria-hidden
            />
            <span className={classes.faultText}>{errorText(error)}</span>
          </>
        )}
      </Typography>
      <Typography className={classes.help} id={helpId} variant="caption">
        {t('explore.editorHelp')}
      </Typography>
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
