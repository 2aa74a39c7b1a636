import { useEffect } from 'react';

import { Button, Flex } from '@strapi/design-system';

import { Notice } from '../../components/Notice';
import { ErrorState } from '../../components/ErrorState';
import { Waiting } from '../../components/Waiting';
import { useErrorMessage } from '../../hooks/useErrorMessage';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeyImportQuery } from '../../services/imports';

import { CheckStep } from './check/CheckStep';
import { ColumnsStep } from './columns/ColumnsStep';
import { readMapping } from './columns/mappingText';
import { FileSummary } from './FileSummary';
import { NO_FILE, type ImportAddress } from './useImportAddress';

interface FileLoaderProps {
  id: number;
  address: ImportAddress;
}

/** A file that was sent in, until it is carried out or forgotten. */
export const FileLoader = ({ id, address }: FileLoaderProps) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { data: file, error, isFetching, refetch } = useGetLicenseKeyImportQuery(id);
  const { update } = address;

  // Somebody has started it, here or in another window.
  const job = file?.jobId;
  useEffect(() => {
    if (job) update({ ...NO_FILE, job: String(job) }, { replace: true });
  }, [job, update]);

  if (file) {
    const mapping =
      address.mapping === undefined ? file.mapping : readMapping(address.mapping, file);
    return (
      <Flex direction="column" alignItems="stretch" gap={6}>
        <FileSummary file={file} />
        {address.step === 'check' ? (
          <CheckStep file={file} mapping={mapping} address={address} />
        ) : (
          <ColumnsStep file={file} mapping={mapping} update={update} />
        )}
      </Flex>
    );
  }
  if (!error) return <Waiting>{t('import.loading')}</Waiting>;
  if (!('status' in error) || error.status !== 404) {
    return <ErrorState error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  }
  return (
    <Notice
      tone="warning"
      role="alert"
      action={
        <Button
          variant="secondary"
          onClick={() => {
            update(NO_FILE);
          }}
        >
          {t('import.again')}
        </Button>
      }
    >
      {errorMessage(error)}
    </Notice>
  );
};
