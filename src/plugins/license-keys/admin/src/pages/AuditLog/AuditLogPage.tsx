import { useTranslate } from '../../i18n/useTranslate';
import { WithContext } from '../../list/WithContext';

import { AuditLog } from './AuditLog';

export const AuditLogPage = () => {
  const t = useTranslate();

  return (
    <WithContext title={t('auditLog.title')} loadingLabel={t('auditLog.loading')}>
      {(context) => <AuditLog context={context} />}
    </WithContext>
  );
};
