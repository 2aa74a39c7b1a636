import { useNotification } from '@strapi/strapi/admin';

import type { GeneratorListItem } from '../../../../../shared/generators';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { useSwitchLicenseKeyGeneratorMutation } from '../../../services/generators';

/** Makes an active generator inactive, and the other way round; it can be taken back, so nothing is asked first. */
export const useGeneratorSwitch = () => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [send] = useSwitchLicenseKeyGeneratorMutation();

  return async ({ documentId, name, active }: GeneratorListItem): Promise<void> => {
    const result = await send({ documentId, active: !active });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    } else {
      const done = active ? 'generators.deactivate.done' : 'generators.activate.done';
      toggleNotification({ type: 'success', message: t(done, { name }) });
    }
  };
};
