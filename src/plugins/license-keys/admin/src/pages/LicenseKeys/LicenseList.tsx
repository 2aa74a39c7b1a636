import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';
import { generatorsPath } from '../../utils/listPath';
import type { Selection } from '../../list/selection/useSelection';

import type { ActionRequest } from './actions/licenseActions';
import { isFiltered, NO_FILTERS } from './hooks/listParams';
import type { LicensesResult } from './hooks/useLicenses';
import type { ListQuery } from './hooks/useListQuery';
import { LicenseTable } from './table/LicenseTable';

interface LicenseListProps {
  list: ListQuery;
  licenses: LicensesResult;
  selection: Selection;
  onAction: (request: ActionRequest) => void;
}

export const LicenseList = ({ list, licenses, selection, onAction }: LicenseListProps) => {
  const t = useTranslate();
  const mayGenerate = useAllowedVerbs().has('read-generators');
  const { answer, isFetching } = licenses;
  const { environment } = list.query;

  return (
    <ListBody
      result={licenses}
      empty={
        <EmptyList
          isFiltered={answer !== undefined && isFiltered(answer.query)}
          none={t('page.empty', { environment })}
          noMatch={t('page.noMatch', { environment })}
          action={
            mayGenerate ? (
              <LinkButton tag={Link} variant="secondary" to={generatorsPath({ environment })}>
                {t('page.generate')}
              </LinkButton>
            ) : undefined
          }
          onClearFilters={() => {
            list.update(NO_FILTERS);
          }}
        />
      }
    >
      <LicenseTable
        list={list}
        licenses={answer?.data}
        selection={selection}
        isBusy={isFetching}
        onAction={onAction}
      />
    </ListBody>
  );
};
