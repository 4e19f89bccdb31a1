import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'Il manque une étape',
  'refuse.not-strong-enough.text': 'Ce que vous allez faire demande une connexion plus sûre que celle de ce compte, '
    + 'par exemple une clé d’accès. Ajoutez-en une, puis réessayez.',
  'refuse.other-account.title': 'C’est un autre compte',
  'refuse.other-account.text': 'La confirmation devait venir du compte avec lequel votre session est ouverte. Rien n’a '
    + 'été modifié.',
  'refuse.suspended.title': 'Ce compte est suspendu',
  'refuse.suspended.text': 'Personne ne peut s’y connecter pour le moment. L’assistance de {brand} peut vous dire '
    + 'pourquoi et que faire.',
  'refuse.try-later.title': 'Trop d’essais',
  'refuse.try-later.text': 'Pour protéger le compte, une pause est imposée. Attendez quelques minutes, puis réessayez.',
  'refuse.no-recovery.title': 'Il faut ici l’aide d’une personne',
  'refuse.no-recovery.text': 'Sans code de récupération, rien ici ne peut montrer que le compte est à vous. '
    + 'L’assistance de {brand} peut vous aider. Rien n’a été modifié.',
  'notice.input.missing': 'Remplissez ce champ.',
  'notice.input.invalid': 'La saisie ne semble pas correcte. Vérifiez-la.',
  'notice.input.stale': 'Cette page n’était plus à jour. Voici où vous en êtes.',
  'notice.input.too-long': 'C’est plus long que ce qui est possible ici.',
  'notice.email.invalid': 'Saisissez une adresse e-mail comme nom@example.com.',
  'notice.code.wrong': 'Ce n’est pas le code.{tries, plural, =-1 {} =0 {} one { Il reste un essai.} other { Il reste # '
    + 'essais.}}',
  'notice.code.expired': 'Ce code a expiré. Demandez-en un nouveau.',
  'notice.code.no-tries-left': 'Il y a eu trop d’essais avec ce code. Demandez-en un nouveau.',
  'notice.code.sent-again': 'Un nouveau code arrive. Seul le plus récent fonctionne.',
  'notice.code.wait': 'Un code vient d’être envoyé. {seconds, plural, =-1 {Attendez un peu avant d’en demander un '
    + 'autre.} one {Attendez # seconde avant d’en demander un autre.} other {Attendez # secondes avant d’en demander '
    + 'un autre.}}',
  'notice.password.wrong': 'Le mot de passe et le compte ne vont pas ensemble.',
  'notice.password.too-short': '{minimum, plural, =-1 {C’est trop court. Ajoutez des caractères.} one {Utilisez au '
    + 'moins # caractère.} other {Utilisez au moins # caractères.}}',
  'notice.password.too-long': 'C’est plus long que ce qui est possible ici.',
  'notice.password.common': 'Ce mot de passe figure dans des listes que des pirates utilisent. Choisissez-en un autre.',
  'notice.password.contains-context': 'Ce mot de passe contient votre nom, votre adresse ou le nom de ce service. '
    + 'Choisissez-en un autre.',
  'notice.totp.wrong': 'Ce n’est pas le code. Vérifiez que l’horloge de votre appareil est à l’heure et utilisez le '
    + 'code le plus récent.',
  'notice.totp.used': 'Ce code a déjà servi. Attendez le suivant.',
  'notice.recovery-code.wrong': 'Ce code est faux ou a déjà servi. Vérifiez-le ou utilisez-en un autre parmi les '
    + 'vôtres.',
  'notice.passkey.refused': 'Cette clé d’accès n’a pas pu être vérifiée. Réessayez ou utilisez un autre moyen.',
  'notice.passkey.cancelled': 'La clé d’accès n’a pas été utilisée. Réessayez ou utilisez un autre moyen.',
  'notice.passkey.other-door': 'Cette clé d’accès sert à une autre connexion{door, select, none {} other { ({door})}}. '
    + 'Utilisez-la là-bas ou choisissez-en une autre ici.',
  'notice.passkey.exists': 'Cet appareil a déjà une clé d’accès pour ce compte.',
  'notice.work.not-yet': 'Cela n’a pas encore fonctionné. {seconds, plural, =-1 {Attendez un peu, puis continuez.} one {Attendez '
    + '# seconde, puis continuez.} other {Attendez # secondes, puis continuez.}}',
  'notice.action.held': 'Ce changement est suspendu\u00a0: il doit attendre, ou vous devez prouver encore une fois '
    + 'que c’est vous. Recommencez depuis la page de votre compte, qui dit pourquoi.',
  'notice.throttled': 'Trop d’essais pour le moment. {minutes, plural, =-1 {Attendez un peu, puis réessayez.} one '
    + '{Attendez # minute, puis réessayez.} other {Attendez # minutes, puis réessayez.}}',
  'notice.script.needed': 'Cette étape a besoin de JavaScript. Activez-le ou utilisez un autre moyen.',
};
