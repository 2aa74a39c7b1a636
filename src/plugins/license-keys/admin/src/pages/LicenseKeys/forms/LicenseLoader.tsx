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

import { RoleGuard } from './RoleGuard';

interface LicenseLoaderProps {
  documentId: string;
  action: LicenseAction;
  children: (license: LicenseDetail) => ReactNode;
}

/** The license that a dialog is about; a link may lead to one that is gone, or no longer in that state. */
export const LicenseLoader = ({ documentId, action, children }: LicenseLoaderProps) => {
  const t = useTranslate();
  const obstacleTo = useObstacle();
  const { data: license, error, isFetching, refetch } = useGetLicenseKeyQuery(documentId);

  if (!license) {
    return error ? (
      <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
    ) : (
      <Waiting>{t('license.loading')}</Waiting>
    );
  }
  const obstacle = obstacleTo(action, license.state, true);
  return obstacle ? (
    <Box padding={6}>
      <Notice tone="primary">{obstacle}</Notice>
    </Box>
  ) : (
    <RoleGuard verb={verbOf(action)}>{children(license)}</RoleGuard>
  );
};
