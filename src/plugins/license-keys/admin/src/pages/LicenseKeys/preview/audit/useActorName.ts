import type { AuditItem } from '../../../../../../shared/license';
import { useTranslate } from '../../../../i18n/useTranslate';

const ACTORS = ['admin', 'api-token', 'customer', 'system', 'public'] as const;

/** Who did it: by name, and as what. */
export const useActorName = () => {
  const t = useTranslate();

  return ({ actorType, actorName }: AuditItem): string => {
    const type = ACTORS.find((known) => known === actorType);
    const role = type ? t(`actor.${type}`) : actorType;
    return actorName ? `${actorName} (${role})` : role;
  };
};
