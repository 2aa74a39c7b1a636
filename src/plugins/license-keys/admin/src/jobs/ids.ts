/** Of the button that opens a job's dialog, and gets the focus afterwards. */
export const jobButtonId = (id: number): string => `job-${id}`;

export const DELETE_JOB_ID = 'delete-job';
