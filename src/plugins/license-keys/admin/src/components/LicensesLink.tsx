import { LinkButton } from '@strapi/design-system';
import { Link, type Path } from 'react-router-dom';

import { useAllowedVerbs } from '../hooks/useAllowedVerbs';

interface LicensesLinkProps {
  to: Partial<Path>;
  onClick?: () => void;
  children: string;
}

/** Leads to a list of licenses, where the role may see them. */
export const LicensesLink = ({ to, onClick, children }: LicensesLinkProps) =>
  useAllowedVerbs().has('read') && (
    <LinkButton tag={Link} variant="secondary" to={to} onClick={onClick}>
      {children}
    </LinkButton>
  );
