import {
  IconArrowsSplit2, IconBan, IconCircleCheck, IconCpu, IconDeviceMobile, IconDoorEnter, IconFingerprint, IconId, IconKey,
  IconLifebuoy, IconLink, IconListNumbers, IconLock, IconMail, IconMailOpened, IconPlus, IconQuestionMark, IconShieldQuestion, IconUserPlus, type Icon,
} from '@tabler/icons-react';

interface StepWords {
  readonly word: string;
  readonly icon: Icon;
}

const known: Readonly<Record<string, StepWords>> = {
  'accept-invitation': { word: 'Accept invitation', icon: IconMailOpened },
  'accept-text': { word: 'Agree to a text', icon: IconCircleCheck },
  'checkpoint': { word: 'Ask the checkpoint', icon: IconShieldQuestion },
  'choose-method': { word: 'Choose a way', icon: IconListNumbers },
  'collect': { word: 'Ask about the person', icon: IconId },
  'complete': { word: 'Done', icon: IconCircleCheck },
  'create-account': { word: 'Create account', icon: IconUserPlus },
  'decide': { word: 'Decide', icon: IconArrowsSplit2 },
  'email-code': { word: 'Code by e-mail', icon: IconMail },
  'email-link': { word: 'Link by e-mail', icon: IconMail },
  'enrol-passkey': { word: 'Make a passkey', icon: IconPlus },
  'enrol-totp': { word: 'Set up an app', icon: IconDeviceMobile },
  'federate': { word: 'Another provider', icon: IconDoorEnter },
  'handoff': { word: 'Go on at another device', icon: IconDeviceMobile },
  'identify': { word: 'Who is it', icon: IconId },
  'link-account': { word: 'Link to the account', icon: IconLink },
  'message': { word: 'Message', icon: IconMail },
  'notify': { word: 'Notice by mail', icon: IconMail },
  'sms-code': { word: 'Code by text', icon: IconDeviceMobile },
  'split': { word: 'Experiment', icon: IconArrowsSplit2 },
  'passkey': { word: 'Passkey', icon: IconFingerprint },
  'password': { word: 'Password', icon: IconLock },
  'proof-of-work': { word: 'Work for the device', icon: IconCpu },
  'recovery-code': { word: 'Recovery code', icon: IconLifebuoy },
  'show-recovery-codes': { word: 'Show recovery codes', icon: IconListNumbers },
  'refuse': { word: 'Refused', icon: IconBan },
  'set-password': { word: 'Set a password', icon: IconKey },
  'sub-journey': { word: 'Go through a part', icon: IconArrowsSplit2 },
  'update-profile': { word: 'Change the profile', icon: IconId },
  'verify-contact': { word: 'Add an address or number', icon: IconMail },
  'webhook': { word: 'Ask another server', icon: IconDoorEnter },
  'wait': { word: 'Waiting period', icon: IconLifebuoy },
  'approve': { word: 'Another person\'s yes', icon: IconLifebuoy },
  'totp': { word: 'Code from the app', icon: IconDeviceMobile },
};

/** A step's kind as icon and word; one that the console does not know yet by its own name. */
export const stepInWords = (step: string): StepWords => known[step] ?? { word: step.replaceAll('-', ' '), icon: IconQuestionMark };
