import { Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';

import type { ListSort, SortField } from '../../../../../shared/list';
import { HeadButton } from '../../../components/DataTable';
import { useTranslate } from '../../../i18n/useTranslate';

interface SortableHeadProps {
  field: SortField;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export const SortableHead = ({ field, sort, onSort }: SortableHeadProps) => {
  const t = useTranslate();
  const order = sort.field === field ? sort.order : undefined;
  const Caret = order === 'asc' ? CaretUp : CaretDown;

  return (
    <th scope="col" aria-sort={order && ARIA_SORT[order]}>
      <HeadButton
        type="button"
        onClick={() => {
          onSort({ field, order: order === 'asc' ? 'desc' : 'asc' });
        }}
      >
        <Typography variant="sigma">{t(`column.${field}`)}</Typography>
        {order && <Caret width="1rem" height="1rem" aria-hidden />}
      </HeadButton>
    </th>
  );
};
