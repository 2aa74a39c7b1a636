import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { IMPORT_KINDS, IMPORT_VERBS } from '../../../../../shared/imports';
import type { PageContext } from '../../../../../shared/list';
import { Notice } from '../../../components/Notice';
import { RadioField } from '../../../components/RadioField';
import { useRights } from '../../../hooks/useAllowedVerbs';
import { useTranslate } from '../../../i18n/useTranslate';
import { saveFile } from '../../../utils/saveFile';
import type { ImportAddress } from '../useImportAddress';

import { DropZone } from './DropZone';
import { exampleOf } from './examples';
import { UploadError } from './UploadError';
import { useUpload } from './useUpload';

interface UploadStepProps {
  address: ImportAddress;
  limits: PageContext['data']['importLimits'];
}

export const UploadStep = ({ address, limits }: UploadStepProps) => {
  const t = useTranslate();
  const { verbs, isLoading } = useRights();
  const { environment, update } = address;
  const upload = useUpload(limits, ({ id }) => {
    update({ import: String(id), environment });
  });
  const kinds = IMPORT_KINDS.filter((kind) => verbs.has(IMPORT_VERBS[kind]));
  const kind = kinds.find((one) => one === address.kind) ?? kinds[0];

  if (!kind) return isLoading ? null : <Notice tone="primary">{t('actions.blocked.role')}</Notice>;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <RadioField
        label={t('import.kind')}
        options={kinds}
        value={kind}
        onChange={(next) => {
          update({ kind: next }, { replace: true });
        }}
      >
        {(one) => t(`import.kind.${one}`)}
      </RadioField>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography textColor="neutral600">{t(`import.kind.${kind}.hint`)}</Typography>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Download />}
          onClick={() => {
            saveFile(new Blob([exampleOf(kind)], { type: 'text/csv' }), `example-${kind}.csv`);
          }}
        >
          {t('import.example')}
        </Button>
      </Flex>
      <DropZone
        limits={limits}
        isSending={upload.isSending}
        onFile={(file) => void upload.send(file, { environment, kind })}
      />
      {upload.error && <UploadError error={upload.error} onRetry={upload.retry} />}
    </Flex>
  );
};
