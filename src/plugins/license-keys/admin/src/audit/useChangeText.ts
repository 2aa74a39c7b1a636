import { useIntl } from 'react-intl';

import type { AuditItem } from '../../../shared/audit';
import { UNLIMITED } from '../../../shared/limits';
import { useTranslate } from '../i18n/useTranslate';

const INSTANTS: readonly string[] = ['expiresAt', 'assignedAt', 'firstActivatedAt'];

/** The device of an entry, as the server describes it. */
const deviceName = (value: unknown): string | undefined => {
  const { name, fingerprint } = value as Record<string, unknown>;
  return [name, fingerprint].find((text) => typeof text === 'string');
};

/** A value of an audit entry, as one would say it. */
export const useChangeText = (names: AuditItem['names']) => {
  const t = useTranslate();
  const { formatDate, formatNumber } = useIntl();
  const nameOf = new Map(Object.entries(names));

  return (field: string, value: unknown): string => {
    if (value === null || value === undefined)
      return field === 'expiresAt' ? t('expires.never') : '—';
    if (field === 'activationLimit' && value === UNLIMITED) return t('form.limit.unlimited');
    if (typeof value === 'number') return formatNumber(value);
    if (typeof value === 'string') {
      return INSTANTS.includes(field)
        ? formatDate(value, { dateStyle: 'medium', timeStyle: 'medium' })
        : (nameOf.get(value) ?? value);
    }
    return (field === 'activation' ? deviceName(value) : undefined) ?? JSON.stringify(value);
  };
};
