import { useCallback, useId, useRef, type KeyboardEvent } from 'react';

import { Field, JSONInput } from '@strapi/design-system';
import { styled } from 'styled-components';

interface JsonFieldProps {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  hint?: string | undefined;
  onChange: (text: string) => void;
}

const Editor = styled.div`
  /* In both themes the same, as its text; the design system's own ground is too light for that. */
  && .cm-editor {
    background: #212134;
    border-radius: 3px;
    overflow: hidden;
  }

  /* A line at fault is marked in yellow, on which its words are to be read in the black around them. */
  [style*='yellow'] span {
    color: inherit;
  }
`;

/** In the design system's editor, Tab indents and never leaves. */
const letTabLeave = (event: KeyboardEvent) => {
  if (event.key === 'Tab') event.stopPropagation();
};

export const JsonField = ({ name, label, value, error, hint, onChange }: JsonFieldProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const isInvalid = error !== undefined;

  // The editor takes no label, and its text area none of the attributes that say what is wrong.
  const describe = useCallback(() => {
    const textbox = box.current?.querySelector('[role="textbox"]');
    textbox?.setAttribute('aria-label', label);
    textbox?.setAttribute('aria-invalid', String(isInvalid));
    // The ids of Field.Error and Field.Hint, of which one is there, if any.
    textbox?.setAttribute('aria-describedby', `${id}-error ${id}-hint`);
  }, [id, label, isInvalid]);

  return (
    <Field.Root id={id} name={name} error={error} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Editor ref={box} onKeyDownCapture={letTabLeave}>
        <JSONInput
          ref={describe}
          value={value}
          onChange={onChange}
          minHeight="10rem"
          maxHeight="30rem"
        />
      </Editor>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
