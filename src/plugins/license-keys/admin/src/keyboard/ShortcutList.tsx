import { Fragment } from 'react';

import { styled } from 'styled-components';

import { useTranslate } from '../i18n/useTranslate';

import { SHORTCUT_KEYS, type ShortcutName } from './shortcuts';

const List = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[5]}`};
  align-items: center;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

const Keys = styled.dt`
  display: flex;
  gap: ${({ theme }) => theme.spaces[1]};
`;

const Key = styled.kbd`
  min-width: 2.4rem;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  text-align: center;
`;

export const ShortcutList = ({ names }: { names: ShortcutName[] }) => {
  const t = useTranslate();

  return (
    <List>
      {names.map((name) => (
        <Fragment key={name}>
          <Keys>
            {SHORTCUT_KEYS[name].map((key) => (
              <Key key={key}>{key}</Key>
            ))}
          </Keys>
          <dd>{t(`keyboard.${name}`)}</dd>
        </Fragment>
      ))}
    </List>
  );
};
