import type { ReactElement } from 'react';

import { Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useTranslate } from '../i18n/useTranslate';

interface EmptyListProps {
  isFiltered: boolean;
  /** That there is nothing at all. */
  none: string;
  /** That nothing matches. */
  noMatch: string;
  /** What helps where there is nothing at all. */
  action?: ReactElement;
  onClearFilters: () => void;
}

/** Nothing there at all, or nothing that matches: the latter can always be helped from here. */
export const EmptyList = ({
  isFiltered,
  none,
  noMatch,
  action,
  onClearFilters,
}: EmptyListProps) => {
  const t = useTranslate();
  const icon = <EmptyDocuments width="16rem" />;

  if (!isFiltered) return <EmptyStateLayout icon={icon} content={none} action={action} />;
  return (
    <EmptyStateLayout
      icon={icon}
      content={noMatch}
      action={
        <Button variant="secondary" onClick={onClearFilters}>
          {t('filter.clear')}
        </Button>
      }
    />
  );
};
