import { styled } from 'styled-components';

/** A license key or another id, in characters that cannot be mistaken for one another. */
export const KeyText = styled.code<{ $wraps?: boolean }>`
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  color: ${({ theme }) => theme.colors.neutral800};
  ${({ $wraps }) => ($wraps ? 'overflow-wrap: anywhere;' : '')}
`;
