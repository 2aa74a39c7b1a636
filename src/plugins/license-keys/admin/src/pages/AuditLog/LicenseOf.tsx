import { Typography } from '@strapi/design-system';

import { isEnvironmentChain, type AuditItem } from '../../../../shared/audit';
import { KeyText } from '../../components/KeyText';
import { TextLink } from '../../components/TextLink';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { listPath } from '../../utils/listPath';

type LicenseOfProps = Pick<AuditItem, 'environment' | 'licenseId' | 'licenseExists' | 'keyPrefix'>;

/** The license that an entry is about, with a way to it while it is there; or that it is about none. */
export const LicenseOf = ({ environment, licenseId, licenseExists, keyPrefix }: LicenseOfProps) => {
  const t = useTranslate();
  const verbs = useAllowedVerbs();
  const key = <KeyText>{keyPrefix}…</KeyText>;

  if (isEnvironmentChain(licenseId)) return t('auditLog.noLicense');
  if (!licenseExists)
    return (
      <>
        {key} <Typography textColor="neutral600">({t('auditLog.deleted')})</Typography>
      </>
    );
  if (!verbs.has('read') || !verbs.has('preview')) return key;
  return (
    <TextLink to={listPath({ environment, dialog: 'preview', license: licenseId })}>{key}</TextLink>
  );
};
