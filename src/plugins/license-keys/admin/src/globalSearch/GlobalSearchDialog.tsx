import { useRef, useState } from 'react';

import { Box, Modal } from '@strapi/design-system';
import { useNavigate, useSearchParams } from 'react-router-dom';

import type { PageContext } from '../../../shared/list';
import { useTranslate } from '../i18n/useTranslate';
import { EnvironmentSwitch } from '../list/EnvironmentSwitch';
import { filterBy } from '../suggestions/suggestion';
import { listPath } from '../utils/listPath';
import { choiceIn } from '../utils/searchParams';

import { GlobalSearchForm } from './GlobalSearchForm';

export interface GlobalSearchDialogProps {
  context: PageContext['data'];
  onClose: () => void;
}

export const GlobalSearchDialog = ({ context, onClose }: GlobalSearchDialogProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [environment, setEnvironment] = useState(
    choiceIn(params, 'environment', context.environments) ?? context.defaultEnvironment
  );
  const field = useRef<HTMLInputElement>(null);
  const [opener] = useState(() => document.activeElement);

  const focusField = (event: Event) => {
    event.preventDefault();
    field.current?.focus();
  };

  const restoreFocus = (event: Event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
  };

  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        onOpenAutoFocus={focusField}
        onCloseAutoFocus={restoreFocus}
        style={{ maxWidth: '64rem' }}
      >
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{t('globalSearch.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box paddingBottom={4}>
            <EnvironmentSwitch
              environments={context.environments}
              value={environment}
              onChange={setEnvironment}
            />
          </Box>
          <GlobalSearchForm
            environment={environment}
            field={field}
            onPick={(suggestion) => {
              onClose();
              navigate({
                ...listPath({ environment, ...filterBy(suggestion) }),
                ...(suggestion.kind === 'page' && { pathname: suggestion.documentId }),
              });
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
