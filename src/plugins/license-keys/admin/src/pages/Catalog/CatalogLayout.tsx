import type { ReactNode } from 'react';

import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import type { CatalogQuery } from '../../../../shared/catalog';
import type { PageContext } from '../../../../shared/list';
import type { ContentManager } from '../../contentManager/useContentManager';
import { useTranslate } from '../../i18n/useTranslate';
import { EmptyList } from '../../list/EmptyList';
import { ListBody } from '../../list/ListBody';
import { ListHeader } from '../../list/ListHeader';
import { ListSearch } from '../../list/ListSearch';
import type { AnsweredPage, ListResult } from '../../list/useListAnswer';

import type { CatalogList } from './useCatalogQuery';

interface CatalogLayoutProps {
  kind: 'customers' | 'products';
  context: PageContext['data'];
  list: Pick<CatalogList<string>, 'query' | 'update'>;
  result: ListResult<AnsweredPage<unknown, CatalogQuery>>;
  contentManager: ContentManager;
  /** The table. */
  children: ReactNode;
}

/** A list of what the Content Manager edits: its screens are linked to, where the role may see them. */
export const CatalogLayout = (props: CatalogLayoutProps) => {
  const { kind, context, list, result, contentManager, children } = props;
  const t = useTranslate();
  const { query, update } = list;
  const { environment } = query;
  const { answer } = result;
  const isFiltered = answer?.query._q !== undefined;

  const summary =
    answer &&
    t(isFiltered ? `${kind}.matching` : `${kind}.total`, {
      total: answer.meta.pagination.total,
      environment,
    });

  return (
    <Page.Main>
      <ListHeader
        title={t(`${kind}.title`)}
        summary={summary}
        environments={context.environments}
        environment={environment}
        onEnvironment={(name) => {
          update({ environment: name });
        }}
      >
        {contentManager.createPath && (
          <LinkButton tag={NavLink} to={contentManager.createPath} size="S" startIcon={<Plus />}>
            {t(`${kind}.create`)}
          </LinkButton>
        )}
      </ListHeader>
      <Layouts.Action
        startActions={
          <ListSearch
            label={t(`${kind}.search`)}
            placeholder={t(`${kind}.search.placeholder`)}
            value={query._q}
            update={update}
          />
        }
      />
      <Layouts.Content>
        <ListBody
          result={result}
          empty={
            <EmptyList
              isFiltered={isFiltered}
              none={t(`${kind}.empty`, { environment })}
              noMatch={t(`${kind}.noMatch`, { environment })}
              onClearFilters={() => {
                update({ _q: undefined });
              }}
            />
          }
        >
          {children}
        </ListBody>
      </Layouts.Content>
    </Page.Main>
  );
};
