import { Flex, Loader } from '@strapi/design-system';

import { SORT_FIELDS } from '../../../../../shared/list';
import { useTranslate } from '../../../i18n/useTranslate';

export const LoadingRow = () => {
  const t = useTranslate();

  return (
    <tr>
      <td colSpan={SORT_FIELDS.length + 2}>
        <Flex justifyContent="center" height="32rem">
          <Loader>{t('page.loading')}</Loader>
        </Flex>
      </td>
    </tr>
  );
};
