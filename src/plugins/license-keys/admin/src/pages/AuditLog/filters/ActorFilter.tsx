import { RemoteCombobox } from '../../../forms/RemoteCombobox';
import { useRemoteSearch } from '../../../forms/useRemoteSearch';
import { useTranslate } from '../../../i18n/useTranslate';
import { FilterField } from '../../../list/filters/FilterField';
import { useGetLicenseKeyAuditActorsQuery } from '../../../services/auditLog';
import type { AuditList } from '../useAuditList';

import { useFilterActor } from './useFilterActor';

/** By who did it, among any number of them. */
export const ActorFilter = ({ list: { query, update } }: { list: AuditList }) => {
  const t = useTranslate();
  const { environment } = query;
  const actor = useFilterActor(query);
  const search = useRemoteSearch();
  const found = useGetLicenseKeyAuditActorsQuery(
    { environment, _q: search.asked ?? '' },
    { skip: search.asked === undefined }
  );

  return (
    <FilterField label={t('auditLog.actor')}>
      <RemoteCombobox
        label={t('auditLog.actor')}
        placeholder={t('auditLog.actor.search')}
        clearLabel={t('auditLog.actor.clear')}
        loadingLabel={t('auditLog.actor.loading')}
        noneLabel={t('auditLog.actor.notFound')}
        search={search}
        found={found}
        describe={({ type, id, name }) => {
          const role = t(`actor.${type}`);
          return { id: `${type}:${id ?? ''}`, name: name ?? role, detail: name ? role : undefined };
        }}
        value={actor}
        isClearable
        onChange={(picked) => {
          update({ actorType: picked?.type, actorId: picked?.id ?? undefined });
        }}
      />
    </FilterField>
  );
};
