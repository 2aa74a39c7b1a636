import { LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';

import { useTranslate } from '../../i18n/useTranslate';

interface EditLinkProps {
  name: string;
  /** Of the Content Manager's screen; absent where the role may not see it. */
  to: string | undefined;
}

export const EditLink = ({ name, to }: EditLinkProps) => {
  const t = useTranslate();
  if (!to) return null;

  return (
    <LinkButton
      tag={NavLink}
      to={to}
      size="S"
      variant="tertiary"
      startIcon={<Pencil />}
      aria-label={t('catalog.edit.label', { name })}
    >
      {t('catalog.edit')}
    </LinkButton>
  );
};
