import { useState, type FormEvent } from 'react';

import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';

import { SORT_FIELDS, SORT_ORDERS, type ListSort } from '../../../../../shared/list';
import { RadioField } from '../../../components/RadioField';
import { useTranslate } from '../../../i18n/useTranslate';

interface SortFormProps {
  initial: ListSort;
  onApply: (sort: ListSort) => void;
}

export const SortForm = ({ initial, onApply }: SortFormProps) => {
  const t = useTranslate();
  const [sort, setSort] = useState(initial);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(sort);
  };

  return (
    <form onSubmit={submit}>
      <Modal.Body>
        <Flex alignItems="flex-start" gap={8} wrap="wrap">
          <Box flex="1 1 20rem">
            <RadioField
              label={t('sort.field')}
              options={SORT_FIELDS}
              value={sort.field}
              onChange={(field) => {
                setSort({ ...sort, field });
              }}
            >
              {(field) => t(`column.${field}`)}
            </RadioField>
          </Box>
          <Box flex="1 1 20rem">
            <RadioField
              label={t('sort.order')}
              options={SORT_ORDERS}
              value={sort.order}
              onChange={(order) => {
                setSort({ ...sort, order });
              }}
            >
              {(order) => (
                <Flex tag="span" direction="column" alignItems="flex-start">
                  {t(`sort.${order}`)}
                  <Typography variant="pi" textColor="neutral600">
                    {t(`sort.${order}.hint`)}
                  </Typography>
                </Flex>
              )}
            </RadioField>
          </Box>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{t('dialog.cancel')}</Button>
        </Modal.Close>
        <Button type="submit">{t('sort.apply')}</Button>
      </Modal.Footer>
    </form>
  );
};
