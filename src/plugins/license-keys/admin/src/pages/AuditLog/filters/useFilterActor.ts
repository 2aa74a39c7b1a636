import type { AuditActor, AuditListQuery } from '../../../../../shared/audit';
import { useGetLicenseKeyAuditActorsQuery } from '../../../services/auditLog';

/** Whoever the log is filtered by; without a name until it is here, or if there is none. */
export const useFilterActor = ({
  environment,
  actorType,
  actorId,
}: AuditListQuery): AuditActor | null => {
  const { currentData } = useGetLicenseKeyAuditActorsQuery(
    { environment, actorType, actorId },
    { skip: !actorType || !actorId }
  );
  if (!actorType) return null;
  return { type: actorType, id: actorId ?? null, name: currentData?.[0]?.name ?? actorId ?? null };
};
