import { ReactNode, useState } from 'react';
import { Link } from '@backstage/core-components';
import ButtonBase from '@material-ui/core/ButtonBase';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { FieldLink } from '@sightline/backstage-plugin-monitoring-common';

/** Props of {@link LinksMenu}. */
export interface LinksMenuProps {
  links: FieldLink[];
  /** For those who listen. */
  label: string;
  /** Of the button. */
  className: string;
  /** What is pressed. */
  children: ReactNode;
}

/** Several links of one value: a menu to choose among them. */
export function LinksMenu(props: LinksMenuProps) {
  const { links, label, className, children } = props;
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <ButtonBase
        className={className}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={label}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {children}
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        MenuListProps={{ 'aria-label': label }}
      >
        {links.map(({ title, url, targetBlank }, index) => (
          <MenuItem
            key={`${index} ${url}`}
            component={Link}
            to={url}
            target={targetBlank ? '_blank' : undefined}
            onClick={() => setAnchor(null)}
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
