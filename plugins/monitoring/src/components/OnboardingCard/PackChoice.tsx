import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityMonitoringResponse,
  EntitySuggestionsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { useGuide } from '../../hooks/useGuide';
import { Polled } from '../../hooks/usePolling';
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
  note: {
    padding: theme.spacing(1.5, 2.5, 0),
    color: theme.palette.textSubtle,
    overflowWrap: 'anywhere',
    '&:empty': {
      display: 'none',
    },
  },
  guide: {
    paddingLeft: theme.spacing(4.5),
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link PackChoice}. */
export interface PackChoiceProps {
  packs: EntityMonitoringResponse['availablePacks'];
  chosen: string[];
  suggestions: Polled<EntitySuggestionsResponse>;
  onChange: (chosen: string[]) => void;
}

/** The packs that can be named, with what each of them brings. */
export function PackChoice(props: PackChoiceProps) {
  const { packs, chosen, suggestions, onChange } = props;
  const guide = useGuide();
  const { value, error } = suggestions;
  const found = new Map(value?.items.map(one => [one.pack, one]));
  const reason = value?.notice ?? error?.message;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();

  const page = (id: string) => guide(`packs/${id}`);
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
      <Typography className={classes.note} variant="body2" component="div">
        {!value && !error && (
          <Skeleton
            width="60%"
            role="status"
            aria-label={t('suggestions.looking')}
          />
        )}
        {reason
          ? t('suggestions.unknown', { reason })
          : value &&
            found.size === 0 &&
            t('suggestions.nothing', { selector: value.selector })}
      </Typography>
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
                  {found.has(pack.id) && (
                    <Typography variant="caption" component="div">
                      {t('suggestions.found', {
                        what: found.get(pack.id)!.because.join(', '),
                      })}
                    </Typography>
                  )}
                </>
              }
            />
            {page(pack.id) && (
              <Typography
                className={classes.guide}
                variant="caption"
                component="div"
              >
                <Link to={page(pack.id)!}>
                  {t('onboarding.packGuide', { pack: pack.id })}
                </Link>
              </Typography>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
