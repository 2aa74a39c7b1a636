import type { ReactNode } from 'react';

import { Box, Flex, Loader } from '@strapi/design-system';

import type { LicenseDetail } from '../../../../../shared/license';
import { ErrorState } from '../../../components/ErrorState';
import { Notice } from '../../../components/Notice';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyQuery } from '../../../services/forms';
import type { LicenseAction } from '../actions/licenseActions';
import { useObstacle } from '../actions/useObstacle';

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

  if (!license && error) {
    return <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  }
  if (!license) {
    return (
      <Flex justifyContent="center" padding={9}>
        <Loader>{t('license.loading')}</Loader>
      </Flex>
    );
  }
  const obstacle = obstacleTo(action, license.state, true);
  return obstacle ? (
    <Box padding={6}>
      <Notice tone="primary">{obstacle}</Notice>
    </Box>
  ) : (
    children(license)
  );
};
