import { Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';

import type { SortOrder } from '../../../shared/list';
import { HeadButton } from '../components/DataTable';

export interface Sort<Field extends string> {
  field: Field;
  order: SortOrder;
}

interface SortableHeadProps<Field extends string> {
  label: string;
  field: Field;
  sort: Sort<Field>;
  onSort: (sort: Sort<Field>) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export const SortableHead = <Field extends string>({
  label,
  field,
  sort,
  onSort,
}: SortableHeadProps<Field>) => {
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
        <Typography variant="sigma">{label}</Typography>
        {order && <Caret width="1rem" height="1rem" aria-hidden />}
      </HeadButton>
    </th>
  );
};
