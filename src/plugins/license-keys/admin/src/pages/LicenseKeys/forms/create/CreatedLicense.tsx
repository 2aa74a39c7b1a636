import { Button, Flex, Modal } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';

import type { LicenseDetail } from '../../../../../../shared/license';
import { Notice } from '../../../../components/Notice';
import { useCopyKey } from '../../../../hooks/useCopyKey';
import { useTranslate } from '../../../../i18n/useTranslate';
import { LicenseSummary } from '../../actions/LicenseSummary';

interface CreatedLicenseProps {
  license: LicenseDetail;
  onAnother: () => void;
}

/** Shows the new key once more, to be handed on. */
export const CreatedLicense = ({ license, onAnother }: CreatedLicenseProps) => {
  const t = useTranslate();
  const copyKey = useCopyKey();

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Notice tone="success" role="status">
            {t(license.customer ? 'create.done.assigned' : 'create.done.available', {
              customer: license.customer?.name,
            })}
          </Notice>
          <LicenseSummary license={license} />
          <div>
            <Button
              autoFocus
              variant="secondary"
              startIcon={<Duplicate />}
              onClick={() => {
                copyKey(license.key);
              }}
            >
              {t('actions.copy')}
            </Button>
          </div>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onAnother}>
          {t('create.another')}
        </Button>
        <Modal.Close>
          <Button>{t('create.close')}</Button>
        </Modal.Close>
      </Modal.Footer>
    </>
  );
};
