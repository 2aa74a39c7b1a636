import { useMatch, useSearchParams, type To } from 'react-router-dom';

import { PLUGIN_ID } from '../../../../shared/permissions';
import { useRights } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { encodeQuery } from '../../services/licenses';
import { LISTED_PAGES } from '../subPages';

/** The address of the first page; the others are below it. */
export const ROOT = `/plugins/${PLUGIN_ID}`;

export interface SubPageLink {
  label: string;
  to: { pathname: string; search: string };
  isFirst: boolean;
}

interface SubPageLinks {
  /** To the pages that the role permits. */
  links: SubPageLink[];
  /** Where a role that may not see the first page gets to instead. */
  redirect: To | undefined;
}

/** The environment that a page shows comes along to the others. */
export const useSubPageLinks = (): SubPageLinks => {
  const t = useTranslate();
  const { verbs, isLoading } = useRights();
  const [params] = useSearchParams();
  const isAtFirst = useMatch(ROOT) !== null;

  const search = encodeQuery({ environment: params.get('environment') ?? undefined });
  const links = LISTED_PAGES.filter(({ verb }) => verbs.has(verb)).map(({ path, label }) => ({
    label: t(label),
    to: { pathname: path === '' ? ROOT : `${ROOT}/${path}`, search },
    isFirst: path === '',
  }));
  const [first] = links;
  const isElsewhere = !isLoading && isAtFirst && first?.isFirst === false;
  return { links, redirect: isElsewhere ? first.to : undefined };
};
