import { css, styled } from 'styled-components';

/** The suggestions of a combobox. */
export const ListBox = styled.div`
  max-height: 40rem;
  padding: ${({ theme }) => theme.spaces[1]};
  overflow-y: auto;
`;

const floating = css`
  position: absolute;
  inset: calc(100% + ${({ theme }) => theme.spaces[1]}) 0 auto;
  z-index: ${({ theme }) => theme.zIndices.popover};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;

/** A list that floats over what is below its field, which has to be positioned. */
export const FloatingListBox = styled(ListBox)`
  ${floating}
`;

/** What stands in the place of such a list. */
export const FloatingBox = styled.div`
  ${floating}
`;

export const OptionRow = styled.div`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;
