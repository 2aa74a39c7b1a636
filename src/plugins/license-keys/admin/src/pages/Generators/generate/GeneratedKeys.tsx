import { Box, Button, Flex, Modal } from '@strapi/design-system';
import { Download, Duplicate } from '@strapi/icons';

import type { GeneratorDetail } from '../../../../../shared/generators';
import { CodeBlock } from '../../../components/CodeBlock';
import { LicensesLink } from '../../../components/LicensesLink';
import { Notice } from '../../../components/Notice';
import { useCopyText } from '../../../hooks/useCopyText';
import { useTranslate } from '../../../i18n/useTranslate';
import { listPath } from '../../../utils/listPath';
import { saveFile } from '../../../utils/saveFile';

interface GeneratedKeysProps {
  generator: GeneratorDetail;
  keys: string[];
}

/** The new keys, to be handed on. */
export const GeneratedKeys = ({ generator, keys }: GeneratedKeysProps) => {
  const t = useTranslate();
  const copy = useCopyText('generate.copied');
  const { documentId, environment } = generator;
  const text = keys.join('\n');

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Notice tone="success" role="status">
            {t('generate.done', { count: keys.length })}
          </Notice>
          {/* A stop of the Tab key, so that the keyboard can scroll it. */}
          <Box
            role="region"
            aria-label={t('generate.keys')}
            tabIndex={0}
            maxHeight="28rem"
            overflow="auto"
          >
            <CodeBlock>{text}</CodeBlock>
          </Box>
          <Flex gap={2} wrap="wrap">
            <Button
              autoFocus
              variant="secondary"
              startIcon={<Duplicate />}
              onClick={() => {
                copy(text);
              }}
            >
              {t('generate.copy')}
            </Button>
            <Button
              variant="secondary"
              startIcon={<Download />}
              onClick={() => {
                saveFile(new Blob([`${text}\n`], { type: 'text/plain' }), 'license-keys.txt');
              }}
            >
              {t('generate.download')}
            </Button>
          </Flex>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('dialog.close')}</Button>
        </Modal.Close>
        <LicensesLink to={listPath({ environment, generator: documentId, sort: 'createdAt:desc' })}>
          {t('generators.action.licenses')}
        </LicensesLink>
      </Modal.Footer>
    </>
  );
};
