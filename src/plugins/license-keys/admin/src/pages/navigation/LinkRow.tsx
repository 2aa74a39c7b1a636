import { Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { useTranslate } from '../../i18n/useTranslate';

import type { SubPageLink } from './useSubPageLinks';

const Link = styled(NavLink)`
  display: block;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 2.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &.active {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 500;
  }
`;

/** The plugin's pages in a row above the page, where a column would take the page's room. */
export const LinkRow = ({ links }: { links: SubPageLink[] }) => {
  const t = useTranslate();

  return (
    <Flex
      tag="nav"
      aria-label={t('plugin.name')}
      background="neutral0"
      borderColor="neutral150"
      borderWidth="0 0 1px"
      borderStyle="solid"
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={{ initial: 1, medium: 3, large: 8 }}
      paddingRight={{ initial: 1, medium: 3, large: 8 }}
    >
      <Flex tag="ul" wrap="wrap" gap={1}>
        {links.map(({ to, isFirst, label }) => (
          <li key={to.pathname}>
            <Link to={to} end={isFirst}>
              {label}
            </Link>
          </li>
        ))}
      </Flex>
    </Flex>
  );
};
