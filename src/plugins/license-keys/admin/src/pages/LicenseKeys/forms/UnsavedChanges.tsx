import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

import { useTranslate } from '../../../i18n/useTranslate';

const keepPage = (event: BeforeUnloadEvent) => {
  event.preventDefault();
};

/**
 * While it is there, whatever would close the form asks first. A dialog is a part of the address,
 * so Esc, Cancel, Back and a link are all one thing: a navigation.
 */
export const UnsavedChanges = () => {
  const t = useTranslate();
  const blocker = useBlocker(true);
  useBeforeUnload(keepPage);
  if (blocker.state !== 'blocked') return null;

  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset();
      }}
    >
      <Dialog.Content>
        <Dialog.Header>{t('unsaved.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{t('unsaved.text')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('unsaved.keep')}
            </Button>
          </Dialog.Cancel>
          <Button
            variant="danger-light"
            fullWidth
            onClick={() => {
              blocker.proceed();
            }}
          >
            {t('unsaved.discard')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
