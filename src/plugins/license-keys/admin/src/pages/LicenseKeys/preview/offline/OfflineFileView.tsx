import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { offlineFileName, type OfflineFile } from '../../../../../../shared/offline-file';
import { Notice } from '../../../../components/Notice';
import { useTranslate } from '../../../../i18n/useTranslate';
import type { Preview } from '../../../../services/preview';
import { saveFile } from '../../../../utils/saveFile';
import { Samples } from '../Samples';

import { decode } from './decode';
import { OfflineFacts } from './OfflineFacts';

interface OfflineFileViewProps {
  file: OfflineFile;
  preview: Preview;
}

/** What the file is, what it states, the file itself, and how a device verifies it. */
export const OfflineFileView = ({ file, preview: { license, apiUrl } }: OfflineFileViewProps) => {
  const t = useTranslate();
  const { claims, kid } = decode(file);
  const [device] = claims.fingerprints;

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography>{t('offline.what')}</Typography>
      {claims.fingerprints.length === 0 && (
        <Notice tone="warning">{t('offline.devices.none')}</Notice>
      )}
      <OfflineFacts claims={claims} kid={kid} keysUrl={new URL('jwks.json', apiUrl).href} />
      <div>
        <Button
          startIcon={<Download />}
          onClick={() => {
            const content = new Blob([JSON.stringify(file)], { type: 'application/json' });
            saveFile(content, offlineFileName(license.documentId));
          }}
        >
          {t('offline.download')}
        </Button>
      </div>
      {device !== undefined && (
        <>
          <Typography>{t('offline.verify')}</Typography>
          <Samples
            calls={['verify']}
            input={{ apiUrl, key: license.key, product: license.product.slug, device }}
          />
        </>
      )}
    </Flex>
  );
};
