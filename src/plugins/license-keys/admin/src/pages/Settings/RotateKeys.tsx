import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import { useTranslate } from '../../i18n/useTranslate';
import { useDialogParams } from '../../list/useDialogParams';
import { textIn } from '../../utils/searchParams';

import { ROTATE_BUTTON_ID, RotateDialog } from './RotateDialog';

const DIALOG_PARAMS = ['retire'] as const;

/** The key that signs now, by its kid, can be replaced. */
export const RotateKeys = ({ kid }: { kid: string }) => {
  const t = useTranslate();
  const { params, open, close } = useDialogParams(DIALOG_PARAMS);
  const retire = textIn(params, 'retire');

  return (
    <>
      <Button
        id={ROTATE_BUTTON_ID}
        startIcon={<ArrowClockwise />}
        onClick={() => {
          open({ retire: kid });
        }}
      >
        {t('signingKeys.rotate')}
      </Button>
      {retire && <RotateDialog kid={retire} onClose={close} />}
    </>
  );
};
