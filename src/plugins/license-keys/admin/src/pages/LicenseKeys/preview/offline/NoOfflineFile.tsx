import { Notice } from '../../../../components/Notice';
import { useErrorMessage, type QueryError } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';

/** A license that is not valid now gets no file that would say so for a day. */
export const NoOfflineFile = ({ error }: { error: QueryError }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();

  return (
    <Notice tone="danger" role="alert">
      {t('offline.refused', { reason: errorMessage(error), tab: t('preview.why') })}
    </Notice>
  );
};
