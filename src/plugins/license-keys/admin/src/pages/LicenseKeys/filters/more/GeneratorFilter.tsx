import { useErrorMessage } from '../../../../hooks/useErrorMessage';
import { useTranslate } from '../../../../i18n/useTranslate';
import { useGetLicenseKeyGeneratorsQuery } from '../../../../services/forms';
import type { ListQuery } from '../../hooks/useListQuery';
import { FilterSelect } from '../../../../list/filters/FilterSelect';
import { withUnlisted } from '../../../../list/filters/withUnlisted';

import { FilterField } from '../../../../list/filters/FilterField';

export const GeneratorFilter = ({ list: { query, update } }: { list: ListQuery }) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const { environment, product, generator } = query;
  const { currentData: generators = [], error } = useGetLicenseKeyGeneratorsQuery({
    environment,
    product,
  });

  const label = t('filter.generator');
  const options = generators.map(({ documentId, name, active }) => ({
    value: documentId,
    label: active ? name : t('filter.product.inactive', { name }),
  }));

  return (
    <FilterField label={label} error={error && errorMessage(error)}>
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
