import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'Falta un paso',
  'refuse.not-strong-enough.text': 'Lo que va a hacer necesita un inicio de sesión más seguro que el de esta cuenta, '
    + 'por ejemplo una llave de acceso. Añada una e inténtelo de nuevo.',
  'refuse.other-account.title': 'Esta es otra cuenta',
  'refuse.other-account.text': 'Había que confirmar con la cuenta en la que tiene la sesión abierta. No se ha cambiado '
    + 'nada.',
  'refuse.suspended.title': 'Esta cuenta está suspendida',
  'refuse.suspended.text': 'Por ahora nadie puede iniciar sesión con ella. El equipo de soporte de {brand} puede '
    + 'decirle por qué y qué hacer.',
  'refuse.try-later.title': 'Demasiados intentos',
  'refuse.try-later.text': 'Para proteger la cuenta, ahora hay una pausa. Espere unos minutos e inténtelo de nuevo.',
  'refuse.no-recovery.title': 'Aquí tiene que ayudar una persona',
  'refuse.no-recovery.text': 'Sin un código de recuperación, nada aquí puede mostrar que la cuenta es suya. El equipo '
    + 'de soporte de {brand} puede ayudarle. No se ha cambiado nada.',
  'notice.input.missing': 'Complete este campo.',
  'notice.input.invalid': 'Esto no parece correcto. Compruébelo.',
  'notice.input.stale': 'Esta página estaba desactualizada. Aquí es donde está ahora.',
  'notice.input.too-long': 'Es más largo de lo que se puede usar aquí.',
  'notice.email.invalid': 'Escriba un correo electrónico como nombre@example.com.',
  'notice.code.wrong': 'Ese no es el código.{tries, plural, =-1 {} =0 {} one { Queda un intento.} other { Quedan # '
    + 'intentos.}}',
  'notice.code.expired': 'Ese código ha caducado. Envíe uno nuevo.',
  'notice.code.no-tries-left': 'Hubo demasiados intentos con este código. Envíe uno nuevo.',
  'notice.code.sent-again': 'Hay un código nuevo en camino. Solo funciona el más reciente.',
  'notice.code.wait': 'Acaba de enviarse un código. {seconds, plural, =-1 {Espere un poco antes de enviar otro.} one '
    + '{Espere # segundo antes de enviar otro.} other {Espere # segundos antes de enviar otro.}}',
  'notice.password.wrong': 'La contraseña y la cuenta no coinciden.',
  'notice.password.too-short': '{minimum, plural, =-1 {Es demasiado corta. Use más caracteres.} one {Use al menos # '
    + 'carácter.} other {Use al menos # caracteres.}}',
  'notice.password.too-long': 'Es más larga de lo que se puede usar aquí.',
  'notice.password.common': 'Esta contraseña aparece en listas que usan los atacantes. Elija otra.',
  'notice.password.contains-context': 'Esta contraseña contiene su nombre, su dirección o el nombre de este servicio. '
    + 'Elija otra.',
  'notice.totp.wrong': 'Ese no es el código. Compruebe que el reloj de su dispositivo esté en hora y use el código más '
    + 'reciente.',
  'notice.totp.used': 'Ese código ya se usó. Espere al siguiente.',
  'notice.recovery-code.wrong': 'Ese código es incorrecto o ya se usó. Compruébelo o use otro de sus códigos.',
  'notice.passkey.refused': 'No se pudo comprobar esa llave de acceso. Inténtelo de nuevo o use otra forma.',
  'notice.passkey.cancelled': 'No se usó la llave de acceso. Inténtelo de nuevo o use otra forma.',
  'notice.passkey.other-door': 'Esa llave de acceso es de otro inicio de sesión{door, select, none {} other { '
    + '({door})}}. Úsela allí o elija otra aquí.',
  'notice.passkey.exists': 'Este dispositivo ya tiene una llave de acceso para esta cuenta.',
  'notice.work.not-yet': 'Todavía no ha funcionado. {seconds, plural, =-1 {Espere un poco y continúe.} one {Espere # segundo y '
    + 'continúe.} other {Espere # segundos y continúe.}}',
  'notice.action.held': 'Esto queda en suspenso: tiene que esperar, o falta demostrar otra vez que es usted. Empiece '
    + 'de nuevo en la página de su cuenta, que dice por qué.',
  'notice.throttled': 'Demasiados intentos por ahora. {minutes, plural, =-1 {Espere un poco e inténtelo de nuevo.} one '
    + '{Espere # minuto e inténtelo de nuevo.} other {Espere # minutos e inténtelo de nuevo.}}',
  'notice.script.needed': 'Este paso necesita JavaScript. Actívelo o use otra forma.',
};
