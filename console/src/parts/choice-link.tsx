import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link among several that says itself which of them is shown: the router knows addresses, not what they leave out. */
export const ChoiceLink = createLink(({ isHere, ...anchor }: ComponentProps<'a'> & { readonly isHere: boolean }) => (
  <a {...anchor} aria-current={isHere ? 'page' : undefined} />
));
