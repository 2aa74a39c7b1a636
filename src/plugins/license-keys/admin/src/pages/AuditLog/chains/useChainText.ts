import { useIntl } from 'react-intl';

import type { BrokenChain, ChainStatus } from '../../../../../shared/audit';
import type { State } from '../../../../../shared/states';
import { useTranslate } from '../../../i18n/useTranslate';

/** What was found out about entries, as one would say it. */
export const useChainText = () => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const timeText = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' });

  const stateText = (state: State | null) => t(state ? `state.${state}` : 'auditLog.deleted');

  const brokenText = (broken: BrokenChain, at: string): string => {
    const { entryId, action, keyPrefix, flaw, recorded, actual } = broken;
    const license = keyPrefix ? `${keyPrefix}…` : t('auditLog.noLicense');
    const place =
      entryId !== null && action
        ? t('auditLog.broken.entry', { id: entryId, action: t(`audit.${action}`), license, at })
        : t('auditLog.broken.license', { license, at });
    const states = { recorded: stateText(recorded), actual: stateText(actual) };
    return `${place} ${t(`auditLog.flaw.${flaw}`, states)}`;
  };

  return (
    { entries, since, verifiedAt, broken }: ChainStatus,
    verified: 'auditLog.verified' | 'auditLog.verified.chain' = 'auditLog.verified'
  ): string => {
    const at = timeText(verifiedAt);
    if (broken) return brokenText(broken, at);
    return t(verified, { entries, at, since: since ? timeText(since) : '—' });
  };
};
