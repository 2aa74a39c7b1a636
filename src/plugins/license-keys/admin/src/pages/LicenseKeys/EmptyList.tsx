import { Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import type { LicenseListQuery } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';

import { isFiltered } from './hooks/listParams';

interface EmptyListProps {
  query: LicenseListQuery;
  onClearFilters: () => void;
}

/** Nothing there at all, or nothing that matches: only the latter can be helped from here. */
export const EmptyList = ({ query, onClearFilters }: EmptyListProps) => {
  const t = useTranslate();
  const { environment } = query;
  const icon = <EmptyDocuments width="16rem" />;

  if (!isFiltered(query)) {
    return <EmptyStateLayout icon={icon} content={t('page.empty', { environment })} />;
  }
  return (
    <EmptyStateLayout
      icon={icon}
      content={t('page.noMatch', { environment })}
      action={
        <Button variant="secondary" onClick={onClearFilters}>
          {t('filter.clear')}
        </Button>
      }
    />
  );
};
