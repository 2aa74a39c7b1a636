import { useCallback, useEffect, useRef, useState } from 'react';

import type { QueryError } from './useErrorMessage';

import { NO_REFUSAL, refusalOf, withoutField } from '../utils/refusal';

type Sent<Answer> = Promise<{ data: Answer } | { error: QueryError }>;

interface SubmitOptions<Answer> {
  /** Those that the form shows, and can say under what is wrong with them. */
  fields?: readonly string[];
  /** Called when the form has taken note of the answer; never if it was left before. */
  onAnswer?: (answer: Answer) => void;
}

/** Sends a form once, however often it is submitted while it is on its way. */
export const useSubmit = <Answer>({ fields = [], onAnswer }: SubmitOptions<Answer>) => {
  const isSent = useRef(false);
  const isHandled = useRef(false);
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const [refusal, setRefusal] = useState(NO_REFUSAL);

  const submit = async (send: () => Sent<Answer>): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSending(true);

    const result = await send();

    setSending(false);
    if ('error' in result) {
      isSent.current = false;
      setRefusal(refusalOf(result.error, fields));
    } else {
      setRefusal(NO_REFUSAL);
      setAnswer(result.data);
    }
  };

  useEffect(() => {
    if (answer === undefined || isHandled.current) return;
    isHandled.current = true;
    onAnswer?.(answer);
  }, [answer, onAnswer]);

  /** What the server said about a field is out of date once the field is changed. */
  const forget = useCallback((field: string) => {
    setRefusal((current) => withoutField(current, field));
  }, []);

  return { submit, isSending, answer, refusal, forget };
};
