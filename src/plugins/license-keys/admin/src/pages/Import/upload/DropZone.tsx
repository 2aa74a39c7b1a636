import { useState, type ChangeEvent, type DragEvent } from 'react';

import { Loader, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { PageContext } from '../../../../../shared/list';
import { useTranslate } from '../../../i18n/useTranslate';

import { sizeOf } from './size';

interface DropZoneProps {
  limits: PageContext['data']['importLimits'];
  isSending: boolean;
  onFile: (file: File) => void;
}

const Zone = styled.label<{ $isOver: boolean }>`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[8]};
  border: 1px dashed ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary600' : 'neutral300']};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary100' : 'neutral100']};
  text-align: center;
  cursor: pointer;

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  /* In reach of the keyboard, which a hidden one is not. */
  input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
`;

/** Takes a file by click, by keyboard, or dropped on it. */
export const DropZone = ({ limits, isSending, onFile }: DropZoneProps) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const [isOver, setOver] = useState(false);

  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };

  const drop = (event: DragEvent) => {
    drag(event);
    const [file] = event.dataTransfer.files;
    if (file && !isSending) onFile(file);
  };

  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // The same file again, mended, is a change too.
    target.value = '';
    if (file) onFile(file);
  };

  return (
    <Zone $isOver={isOver} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
      <input type="file" accept=".csv,.tsv,.txt,text/csv" disabled={isSending} onChange={pick} />
      {isSending ? (
        <Loader small>{t('import.sending')}</Loader>
      ) : (
        <Upload width="2.4rem" height="2.4rem" fill="primary600" aria-hidden />
      )}
      <Typography fontWeight="bold">{t(isSending ? 'import.sending' : 'import.drop')}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {t('import.limits', {
          size: sizeOf(limits.maxBytes, formatNumber),
          lines: limits.maxLines,
        })}
      </Typography>
    </Zone>
  );
};
