import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyGeneratorsQuery } from '../../../../services/forms';
import type { ListQuery } from '../../hooks/useListQuery';
import { FilterSelect } from '../FilterSelect';
import { withUnlisted } from '../withUnlisted';

import { FilterField } from './FilterField';

export const GeneratorFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const { environment, product, generator } = query;
  const { currentData: generators = [] } = useGetLicenseKeyGeneratorsQuery({
    environment,
    product,
  });

  const label = t('filter.generator');
  const options = generators.map(({ documentId, name, active }) => ({
    value: documentId,
    label: active ? name : t('filter.product.inactive', { name }),
  }));

  return (
    <FilterField label={label}>
      <FilterSelect
        label={label}
        allLabel={t('filter.generator.all')}
        options={withUnlisted(options, generator)}
        value={generator}
        onChange={(documentId) => {
          update({ generator: documentId });
        }}
      />
    </FilterField>
  );
};
