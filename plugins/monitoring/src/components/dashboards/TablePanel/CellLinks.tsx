import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { FieldLink } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LinkedValue } from '../LinkedValue';

const useStyles = makeStyles(theme => ({
  link: {
    color: 'inherit',
    font: 'inherit',
    textDecoration: 'underline',
  },
  listed: {
    marginRight: theme.spacing(1),
  },
}));

/** Props of {@link CellLinks}. */
export interface CellLinksProps {
  links: FieldLink[];
  /** For those who listen: the value. */
  label: string;
  /** Whether the links stand in place of the value. */
  areListed: boolean;
  children: ReactNode;
}

/** A value that is a link when it has one, and opens a menu when it has several. */
export function CellLinks(props: CellLinksProps) {
  const { links, label, areListed, children } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();

  if (areListed) {
    return (
      <>
        {links.map((link, index) => (
          <Link
            key={`${index} ${link.url}`}
            to={link.url}
            target={link.targetBlank ? '_blank' : undefined}
            className={classes.listed}
          >
            {link.title}
          </Link>
        ))}
      </>
    );
  }
  return (
    <LinkedValue
      links={links}
      menuLabel={t('dashboards.table.links', { value: label })}
      className={classes.link}
    >
      {children}
    </LinkedValue>
  );
}
