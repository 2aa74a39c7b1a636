import type { ReactNode } from 'react';

import { Box } from '@strapi/design-system';

import type { LicenseDetail } from '../../../../../shared/license';
import { ErrorState } from '../../../components/ErrorState';
import { Notice } from '../../../components/Notice';
import { Waiting } from '../../../components/Waiting';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyQuery } from '../../../services/forms';
import { verbOf, type LicenseAction } from '../actions/licenseActions';
import { useObstacle } from '../actions/useObstacle';

import { RoleGuard } from '../../../forms/RoleGuard';

interface LicenseLoaderProps {
  documentId: string;
  action: LicenseAction;
  /** Below what stands in the place of the form; a form has its own. */
  footer?: ReactNode;
  children: (license: LicenseDetail) => ReactNode;
}

/** The license that a dialog is about; a link may lead to one that is gone, or no longer in that state. */
export const LicenseLoader = ({ documentId, action, footer, children }: LicenseLoaderProps) => {
  const t = useTranslate();
  const obstacleTo = useObstacle();
  const { data: license, error, isFetching, refetch } = useGetLicenseKeyQuery(documentId);
  const obstacle = license && obstacleTo(action, license.state, true);

  if (license && !obstacle) {
    return (
      <RoleGuard verb={verbOf(action)} footer={footer}>
        {children(license)}
      </RoleGuard>
    );
  }
  return (
    <>
      {obstacle && (
        <Box padding={6}>
          <Notice tone="primary">{obstacle}</Notice>
        </Box>
      )}
      {!license && error && (
        <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      )}
      {!license && !error && <Waiting>{t('license.loading')}</Waiting>}
      {footer}
    </>
  );
};
