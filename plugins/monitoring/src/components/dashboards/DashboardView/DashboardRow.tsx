import { ReactNode, useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { monitoringDashboardsTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(1, 0, 0.5),
    breakAfter: 'avoid',
  },
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    gap: theme.spacing(0.5),
    minHeight: 32,
    borderRadius: theme.shape.borderRadius,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  count: {
    marginLeft: theme.spacing(1),
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link DashboardRow}. */
export interface DashboardRowProps {
  /** With variables replaced. */
  title: string;
  panelCount: number;
  /** How deep it lies in other rows. */
  depth: number;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A row of a dashboard; what is collapsed is neither drawn nor queried. */
export function DashboardRow(props: DashboardRowProps) {
  const { title, panelCount, depth, isOpen } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const contentId = useId();
  const row = title || t('dashboards.untitledRow');

  return (
    <section aria-label={row} style={{ marginLeft: depth * 16 }}>
      <Typography
        className={classes.heading}
        variant={depth === 0 ? 'subtitle1' : 'subtitle2'}
        component="h3"
      >
        <ButtonBase
          className={classes.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          aria-label={
            isOpen
              ? t('dashboards.hideRow', { row })
              : t('dashboards.showRow', { row })
          }
          onClick={props.onToggle}
        >
          {isOpen ? (
            <ExpandMoreIcon fontSize="small" aria-hidden />
          ) : (
            <ChevronRightIcon fontSize="small" aria-hidden />
          )}
          {title}
          {!isOpen && (
            <Typography
              className={classes.count}
              variant="caption"
              component="span"
            >
              {t('dashboards.panelCount', { count: panelCount })}
            </Typography>
          )}
        </ButtonBase>
      </Typography>
      {isOpen && <div id={contentId}>{props.children}</div>}
    </section>
  );
}
