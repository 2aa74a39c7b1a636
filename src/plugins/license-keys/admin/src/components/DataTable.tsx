import { styled } from 'styled-components';

/*
 * A plain table. The design system's is an ARIA grid, where Tab reaches one control and the arrow
 * keys the others; in a list whose rows hold buttons and menus, Tab should reach them all.
 */

export const TableBox = styled.div`
  /* Clips its visually hidden texts too: they would widen the whole page otherwise. */
  position: relative;
  overflow-x: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

export const DataTable = styled.table`
  width: 100%;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[2]}`};
    text-align: left;
    vertical-align: middle;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: ${({ theme }) => theme.spaces[4]};
  }

  /* The actions stay in reach while the rest scrolls sideways. */
  th:last-child,
  td:last-child:not(:first-child) {
    position: sticky;
    right: 0;
    padding-inline-end: ${({ theme }) => theme.spaces[4]};
    background: ${({ theme }) => theme.colors.neutral0};

    &::before {
      content: '';
      position: absolute;
      inset: 0 auto 0 0;
      width: 1px;
      background: ${({ theme }) => theme.colors.neutral150};
    }
  }

  thead th {
    height: 5.6rem;
    padding-block: 0;
  }

  tr + tr,
  tbody {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  /* Rows that are about to be replaced stay where they are, a little paler. */
  &[aria-busy='true'] tbody {
    opacity: 0.6;
  }

  @media (prefers-reduced-motion: no-preference) {
    tbody {
      transition: opacity 200ms;
    }
  }
`;

export const HeadButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => `${theme.spaces[1]} 0`};
  border: none;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  cursor: pointer;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;
