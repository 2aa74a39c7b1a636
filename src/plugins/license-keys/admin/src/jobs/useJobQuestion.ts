import { useWithinDialog } from '../list/useWithinDialog';

/** What else stands in the address of a job: the question that it waits for an answer to. */
export const JOB_PARAMS = ['ask'] as const;

const DELETE = 'delete';

/** Whether a job is about to be deleted. */
export const useJobQuestion = () => {
  const { params, show } = useWithinDialog<(typeof JOB_PARAMS)[number]>();

  return {
    isDeleting: params.get('ask') === DELETE,
    askDelete: () => {
      show({ ask: DELETE });
    },
    keep: () => {
      show({ ask: undefined });
    },
  };
};
