import type { PhoneRules } from '../../../../../contract/policy/index.ts';
import type { NoticeCode } from '../../../../../contract/screens/index.ts';
import type { Directory, Phone } from '../../../directory/index.ts';
import type { RunView } from '../../step.ts';

/** Numbers are taken where the journey says where they lead, and the policy which. */
export function phoneRulesOf({ wired, policy }: Pick<RunView, 'wired' | 'policy'>): PhoneRules | undefined {
  return wired.includes('phone') ? policy.phone : undefined;
}

/** Digits of any script that telephones are written in, with what people put between them. */
const digitsAlone = /^[+(]?[\d\u0660-\u0669\u06f0-\u06f9\s()./-]+$/;

/**
 * Reads what somebody typed as a number: the number, or what keeps it from being taken, which never depends on whose it
 * is. Undefined for what may be something else, such as the organisation's own number for somebody.
 */
export function numberTyped(
  directory: Pick<Directory, 'readPhone'>, run: RunView, ask: 'email' | 'work-name', typed: string,
): { readonly phone: Phone } | { readonly code: NoticeCode; readonly phone?: never } | undefined {
  const rules = phoneRulesOf(run);
  const isName = ask === 'work-name' && !typed.startsWith('+');
  if (!digitsAlone.test(typed) || isName || (!rules && ask === 'email')) return undefined;
  const phone = rules && directory.readPhone(typed, rules.region);
  if (!phone) return { code: 'phone.invalid' };
  return rules.countries.includes(phone.country) ? { phone } : { code: 'phone.not-here' };
}
