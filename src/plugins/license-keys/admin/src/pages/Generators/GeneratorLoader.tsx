import type { ReactNode } from 'react';

import { Box } from '@strapi/design-system';

import type { GeneratorDetail } from '../../../../shared/generators';
import { ErrorState } from '../../components/ErrorState';
import { Notice } from '../../components/Notice';
import { Waiting } from '../../components/Waiting';
import { RoleGuard } from '../../forms/RoleGuard';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeyGeneratorQuery } from '../../services/generators';

import { obstacleTo, VERBS, type DialogAction } from './actions/generatorActions';

interface GeneratorLoaderProps {
  documentId: string;
  action: DialogAction;
  /** Below what stands in the place of the form; a form has its own. */
  footer?: ReactNode;
  children: (generator: GeneratorDetail) => ReactNode;
}

/** The generator that a dialog is about; a link may lead to one that is gone, or switched off since. */
export const GeneratorLoader = ({ documentId, action, footer, children }: GeneratorLoaderProps) => {
  const t = useTranslate();
  const {
    data: generator,
    error,
    isFetching,
    refetch,
  } = useGetLicenseKeyGeneratorQuery(documentId);
  const obstacle = generator && obstacleTo(action, generator);

  if (generator && !obstacle) {
    return (
      <RoleGuard verb={VERBS[action]} footer={footer}>
        {children(generator)}
      </RoleGuard>
    );
  }
  return (
    <>
      {obstacle && (
        <Box padding={6}>
          <Notice tone="primary">{t(obstacle)}</Notice>
        </Box>
      )}
      {!generator && error && (
        <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      )}
      {!generator && !error && <Waiting>{t('generators.loadingOne')}</Waiting>}
      {footer}
    </>
  );
};
