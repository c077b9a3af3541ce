import { FormEvent, useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { hasStatus } from '../../api/hasStatus';
import { monitoringApiRef } from '../../api';
import { formatNumber } from '../../format';
import { useAction } from '../../hooks/useAction';
import { monitoringRunsTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  field: {
    width: 160,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link BrakeAnswer}. */
export interface BrakeAnswerProps {
  brake: PruneBrake;
  mayManage: boolean;
  onAnswered: () => void;
}

/** The question. Keeping is easy; deleting needs the number of objects, typed. */
export function BrakeAnswer(props: BrakeAnswerProps) {
  const { brake, mayManage, onAnswered } = props;
  const { digest, objects } = brake;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const [typed, setTyped] = useState('');
  const isTyped = typed.replace(/[\s,.]/g, '') === String(objects);

  const answer = useAction(async (choice: 'delete' | 'keep') => {
    try {
      await api.answerBrake({
        digest,
        answer: choice,
        objects: choice === 'delete' ? objects : undefined,
      });
    } finally {
      // Refused because the set changed: then the new one has to be seen.
      onAnswered();
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTyped) {
      answer.run('delete');
    }
  };
  if (!mayManage) {
    return <Typography variant="body2">{t('runs.brake.mayNot')}</Typography>;
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <Typography variant="body2" component="label" htmlFor="monitoring-brake">
        {t('runs.brake.type')}
      </Typography>
      <TextField
        id="monitoring-brake"
        className={classes.field}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        placeholder={formatNumber(objects)}
        inputProps={{ inputMode: 'numeric', autoComplete: 'off' }}
        variant="outlined"
        size="small"
      />
      <div className={classes.buttons}>
        <Button
          variant="contained"
          color="primary"
          disabled={answer.isBusy}
          onClick={() => answer.run('keep')}
        >
          {t('runs.brake.keep')}
        </Button>
        <Button
          type="submit"
          variant="outlined"
          startIcon={<DeleteOutlineIcon />}
          disabled={!isTyped || answer.isBusy}
        >
          {t('runs.brake.delete', {
            count: objects,
            number: formatNumber(objects),
          })}
        </Button>
      </div>
      <ActionError
        message={
          answer.error &&
          (hasStatus(answer.error, 409)
            ? t('runs.brake.outdated')
            : t('runs.brake.failed', { reason: answer.error.message }))
        }
      />
      <Typography className={classes.subtle} variant="caption">
        {t('runs.brake.help')}
      </Typography>
    </form>
  );
}
