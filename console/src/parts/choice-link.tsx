import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link among several that says itself which of them is shown: the router knows addresses, not what they leave out. */
export const ChoiceLink = createLink(({ isHere, ...anchor }: ComponentProps<'a'> & { readonly isHere: boolean }) => (
  // oxlint-disable-next-line jsx-a11y/anchor-has-content -- what it contains comes with the other properties
  <a {...anchor} aria-current={isHere ? 'page' : undefined} />
));
