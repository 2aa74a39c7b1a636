import type { AuditItem } from '../../../shared/audit';
import { useTranslate } from '../i18n/useTranslate';

/** Who did it: by name, and as what. */
export const useActorName = () => {
  const t = useTranslate();

  return ({ actorType, actorName }: Pick<AuditItem, 'actorType' | 'actorName'>): string => {
    const role = t(`actor.${actorType}`);
    return actorName ? `${actorName} (${role})` : role;
  };
};
