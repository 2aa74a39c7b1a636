import { createContext, useContext, useEffect } from 'react';

/** A form inside a form, while it is open: until it is finished or cancelled, the one around it is not sent. */
export interface InnerForm {
  hasText: boolean;
  /** Says so, and takes the focus. */
  remind: () => void;
}

type InnerFormState = [InnerForm | undefined, (inner: InnerForm | undefined) => void];

export const InnerFormContext = createContext<InnerFormState>([undefined, () => undefined]);

/** Tells the form around of the one inside; `remind` is the same function each time. */
export const useInnerForm = (hasText: boolean, remind: () => void): void => {
  const [, setInner] = useContext(InnerFormContext);

  useEffect(() => {
    setInner({ hasText, remind });
    return () => {
      setInner(undefined);
    };
  }, [setInner, hasText, remind]);
};
