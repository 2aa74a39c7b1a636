import { useTranslate } from '../../i18n/useTranslate';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';

import type { OnGeneratorAction } from './actions/GeneratorMenu';
import {
  isFiltered,
  NO_FILTERS,
  type GeneratorList as List,
  type GeneratorsResult,
} from './hooks/useGeneratorList';
import { GeneratorTable } from './table/GeneratorTable';

interface GeneratorListProps {
  list: List;
  generators: GeneratorsResult;
  onAction: OnGeneratorAction;
}

export const GeneratorList = ({ list, generators, onAction }: GeneratorListProps) => {
  const t = useTranslate();
  const { answer, isFetching } = generators;
  const { environment } = list.query;

  return (
    <ListBody
      result={generators}
      empty={
        <EmptyList
          isFiltered={answer !== undefined && isFiltered(answer.query)}
          none={t('generators.none', { environment })}
          noMatch={t('generators.noMatch', { environment })}
          onClearFilters={() => {
            list.update(NO_FILTERS);
          }}
        />
      }
    >
      <GeneratorTable
        list={list}
        generators={answer?.data}
        isBusy={isFetching}
        onAction={onAction}
      />
    </ListBody>
  );
};
