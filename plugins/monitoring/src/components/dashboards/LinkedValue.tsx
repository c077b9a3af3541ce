import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { FieldLink } from '@sightline/backstage-plugin-monitoring-common';
import { LinksMenu } from './LinksMenu';

/** Props of {@link LinkedValue}. */
export interface LinkedValueProps {
  links: FieldLink[];
  /** For those who listen: of the menu. */
  menuLabel: string;
  /** For those who listen: of a link alone; absent: what is within it. */
  linkLabel?: (title: string) => string;
  /** Of the link, or of the button. */
  className: string;
  children: ReactNode;
}

/** A value that is a link when it has one, and opens a menu when it has several. */
export function LinkedValue(props: LinkedValueProps) {
  const { links, menuLabel, linkLabel, className, children } = props;
  if (links.length === 0) {
    return <>{children}</>;
  }
  if (links.length === 1) {
    const [{ url, title, targetBlank }] = links;
    return (
      <Link
        to={url}
        className={className}
        title={title}
        aria-label={linkLabel?.(title)}
        target={targetBlank ? '_blank' : undefined}
      >
        {children}
      </Link>
    );
  }
  return (
    <LinksMenu links={links} label={menuLabel} className={className}>
      {children}
    </LinksMenu>
  );
}
