import { browserSupportsWebAuthn, WebAuthnAbortService, type WebAuthnError } from '@simplewebauthn/browser';
import { improvePage, markReady, markSent, watchForms } from './form.ts';

/** Asks the device; `quietly` waits in the field's autofill instead of opening a window. */
type Ceremony = (options: never, quietly: boolean) => Promise<unknown>;

/** Brings the page's passkey form to life. Gives the page's options, where it has a passkey form that can work. */
export function passkeyPage(ceremony: Ceremony): { readonly ask: (quietly: boolean) => Promise<void> } | undefined {
  const box = document.querySelector<HTMLElement>('[data-passkey]');
  const form = box?.querySelector('form');
  const usable = box && form && browserSupportsWebAuthn();
  const ask = async (quietly: boolean): Promise<void> => {
    try {
      const answer = await ceremony(JSON.parse(box!.dataset.passkey!) as never, quietly);
      form!.querySelector<HTMLInputElement>('[name=credential]')!.value = JSON.stringify(answer);
      markSent(form!, form!.querySelector('button'));
      form!.submit();
    } catch (error) {
      if (quietly) return;
      markReady(form!);
      sayWhy(box!, error);
    }
  };
  watchForms((submitted) => {
    if (usable && submitted === form) {
      void ask(false);
      return true;
    }
    // Whatever the person chose instead, the autofill must not come in between.
    WebAuthnAbortService.cancelCeremony();
    return false;
  });
  improvePage();
  if (!box || !form) return undefined;
  box.querySelector('.needs-script')?.remove();
  if (!usable) {
    // Where a passkey is only one of the ways, nothing is shown of it.
    say(box, 'unsupported');
    const divider = box.previousElementSibling;
    if (divider?.matches('.or')) divider.remove();
    return undefined;
  }
  form.querySelector('button')!.hidden = false;
  return { ask };
}

function sayWhy(box: HTMLElement, error: unknown): void {
  const { name, code } = error as Partial<WebAuthnError>;
  const exists = code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError';
  if (exists) say(box, 'exists', 'failed');
  else say(box, name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed');
}

function say(box: HTMLElement, what: string, otherwise = what): void {
  const find = (key: string): HTMLTemplateElement | null => box.querySelector(`template[data-says=${key}]`);
  const template = find(what) ?? find(otherwise);
  const place = box.querySelector('[data-said]')!;
  place.replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
  place.querySelector<HTMLElement>('.notice')?.focus();
}
