import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: theme.spacing(1, 2.5),
    listStyle: 'none',
  },
  label: {
    alignItems: 'flex-start',
    width: '100%',
    margin: 0,
    padding: theme.spacing(0.5, 0),
  },
  box: {
    padding: theme.spacing(0, 1.5, 0, 0),
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link PackChoice}. */
export interface PackChoiceProps {
  packs: EntityMonitoringResponse['availablePacks'];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** The packs that can be named, with what each of them brings. */
export function PackChoice(props: PackChoiceProps) {
  const { packs, chosen, onChange } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();

  const toggle = (id: string) =>
    onChange(
      packs
        .map(pack => pack.id)
        .filter(other =>
          other === id ? !chosen.includes(id) : chosen.includes(other),
        ),
    );

  return (
    <SectionCard
      title={t('onboarding.packsTitle')}
      subtitle={t('onboarding.packsHelp')}
      flush
    >
      <ul className={classes.list}>
        {packs.length === 0 && (
          <Typography component="li" variant="body2">
            {t('onboarding.noPacks')}
          </Typography>
        )}
        {packs.map(pack => (
          <li key={pack.id}>
            <FormControlLabel
              className={classes.label}
              control={
                <Checkbox
                  className={classes.box}
                  color="primary"
                  checked={chosen.includes(pack.id)}
                  onChange={() => toggle(pack.id)}
                />
              }
              label={
                <>
                  <Typography variant="subtitle2" component="span">
                    {pack.id}
                  </Typography>{' '}
                  <Typography
                    className={classes.subtle}
                    variant="body2"
                    component="span"
                  >
                    {pack.description}
                  </Typography>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
