import { IconButton } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { listPath } from '../../utils/listPath';

/** To the page that brings licenses in from a file. */
export const ImportLink = ({ environment }: { environment: string }) => {
  const t = useTranslate();
  if (!useAllowedVerbs().has('import')) return null;

  const { pathname = '', search } = listPath({ environment });
  return (
    <IconButton
      tag={Link}
      to={{ pathname: `${pathname}/import`, search }}
      variant="tertiary"
      label={t('import.open')}
    >
      <Upload />
    </IconButton>
  );
};
