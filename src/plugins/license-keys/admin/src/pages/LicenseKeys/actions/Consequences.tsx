import { useIntl } from 'react-intl';

import type { LicenseDetail } from '../../../../../shared/license';
import { startsFrom } from '../../../../../shared/states';
import { Notice } from '../../../components/Notice';
import { useTranslate } from '../../../i18n/useTranslate';

import { isFinal, type ConfirmedAction } from './licenseActions';

interface ConsequencesProps {
  action: ConfirmedAction;
  license: LicenseDetail;
}

/** What cannot be taken back, in the figures of this license. */
export const Consequences = ({ action, license }: ConsequencesProps) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  if (!isFinal(action)) return null;

  const { activationCount: count, firstActivatedAt } = license;
  return (
    <>
      <Notice tone="warning">{t(`action.${action}.devices`, { count })}</Notice>
      {action === 'delete' && firstActivatedAt && (
        <Notice tone="danger">
          {t(startsFrom('revoke', license.state) ? 'action.delete.revoke' : 'action.delete.used', {
            date: formatDate(firstActivatedAt, { dateStyle: 'long' }),
          })}
        </Notice>
      )}
    </>
  );
};
