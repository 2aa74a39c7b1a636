import type { ReactNode } from 'react';

import { Box } from '@strapi/design-system';

import type { LicenseVerb } from '../../../shared/permissions';
import { Notice } from '../components/Notice';
import { Waiting } from '../components/Waiting';
import { useRights } from '../hooks/useAllowedVerbs';
import { useTranslate } from '../i18n/useTranslate';

interface RoleGuardProps {
  verb: LicenseVerb;
  /** Below what stands in the place of the form. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A link may lead to a dialog that the page itself would not have offered. */
export const RoleGuard = ({ verb, footer, children }: RoleGuardProps) => {
  const t = useTranslate();
  const { verbs, isLoading } = useRights();

  if (verbs.has(verb)) return children;
  return (
    <>
      {isLoading ? (
        <Waiting>{t('license.loading')}</Waiting>
      ) : (
        <Box padding={6}>
          <Notice tone="primary">{t('actions.blocked.role')}</Notice>
        </Box>
      )}
      {footer}
    </>
  );
};
