import { Divider } from '@strapi/design-system';
import { SubNav } from '@strapi/strapi/admin';

import { useTranslate } from '../../i18n/useTranslate';

import type { SubPageLink } from './useSubPageLinks';

/** The plugin's pages as Strapi shows those of its own sections: in a column beside the page. */
export const LinkColumn = ({ links }: { links: SubPageLink[] }) => {
  const t = useTranslate();
  const label = t('plugin.name');

  return (
    <SubNav.Main aria-label={label}>
      <SubNav.Header label={label} />
      <Divider />
      <SubNav.Content>
        <SubNav.Sections gap="2px" marginLeft={2} marginRight={2}>
          {links.map(({ to, isFirst, ...link }) => (
            <SubNav.Link key={to.pathname} to={to} end={isFirst} label={link.label} />
          ))}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
};
