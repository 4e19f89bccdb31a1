import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'Hola:',
  'mail.code.subject': '{code} es su código para {brand}',
  'mail.code.intro-sign-in': 'Use este código para iniciar sesión en {brand}:',
  'mail.code.intro-sign-up': 'Use este código para crear su cuenta en {brand}:',
  'mail.code.life': 'Funciona durante {minutes, plural, one {# minuto} other {# minutos}}, una sola vez y solo en la '
    + 'página donde lo pidió.',
  'mail.code.stop': 'Si no lo pidió, no tiene que hacer nada: sin este código nadie entra. {brand} nunca se lo pedirá '
    + 'por teléfono ni en un mensaje.',
  'mail.no-account.subject': 'Inicio de sesión en {brand}',
  'mail.no-account.intro': 'Alguien escribió esta dirección para iniciar sesión en {brand}, pero no hay ninguna cuenta '
    + 'con ella.',
  'mail.no-account.sign-up': 'Si fue usted, quizá usó otra dirección; si no, puede crear una cuenta.',
  'mail.no-account.other': 'Si fue usted, quizá usó otra dirección.',
  'mail.no-account.action': 'Crear una cuenta',
  'mail.no-account.stop': 'Si no fue usted, no tiene que hacer nada.',
  'mail.invitation.subject': 'Su cuenta de {brand}',
  'mail.invitation.intro': '{brand} ha preparado una cuenta para usted. Elija cómo quiere iniciar sesión; le llevará '
    + 'más o menos un minuto.',
  'mail.invitation.again': '{brand} ha creado un enlace con el que puede configurar de nuevo cómo inicia sesión, por '
    + 'ejemplo tras perder un dispositivo.',
  'mail.invitation.life-minutes': 'El enlace funciona una sola vez y durante {minutes, plural, one {# minuto} other {# '
    + 'minutos}}. Después, pida uno nuevo.',
  'mail.invitation.action': 'Configurar el inicio de sesión',
  'mail.invitation.life': 'El enlace funciona una sola vez y durante {hours, plural, one {# hora} other {# horas}}. '
    + 'Después, pida uno nuevo.',
  'mail.invitation.stop': 'Si no esperaba este correo, no use el enlace y avise a {brand}.',
  'mail.changed.passkey-added.subject': 'Se añadió una llave de acceso a su cuenta de {brand}',
  'mail.changed.passkey-added.intro': 'Se añadió una llave de acceso a su cuenta. A partir de ahora sirve para iniciar '
    + 'sesión.',
  'mail.changed.password-set.subject': 'Se cambió la contraseña de su cuenta de {brand}',
  'mail.changed.password-set.intro': 'La contraseña de su cuenta se creó o se cambió.',
  'mail.changed.totp-added.subject': 'Se añadió una aplicación de autenticación a su cuenta de {brand}',
  'mail.changed.totp-added.intro': 'Se añadió una aplicación de autenticación a su cuenta. A partir de ahora sus '
    + 'códigos sirven para iniciar sesión.',
  'mail.changed.removed.subject': 'Se quitó una forma de iniciar sesión de su cuenta de {brand}',
  'mail.changed.removed.intro': 'Se quitó una forma de iniciar sesión de su cuenta.',
  'mail.changed.recovery-codes-made.subject': 'Nuevos códigos de recuperación para su cuenta de {brand}',
  'mail.changed.recovery-codes-made.intro': 'Se crearon nuevos códigos de recuperación para su cuenta. Los anteriores '
    + 'ya no funcionan.',
  'mail.changed.recovery-begun.subject': 'Ha comenzado la recuperación de su cuenta de {brand}',
  'mail.changed.recovery-begun.intro': 'Alguien ha comenzado a recuperar el acceso a su cuenta como si hubiera perdido lo que sirve '
    + 'para abrirla. Todavía no ha cambiado nada.',
  'mail.changed.recovery-code-used.subject': 'Se usó un código de recuperación de su cuenta de {brand}',
  'mail.changed.recovery-code-used.intro': 'Alguien usó uno de los códigos de recuperación de su cuenta para volver a '
    + 'entrar en ella.',
  'mail.changed.link-made.subject': 'Se creó un enlace para configurar el inicio de sesión de su cuenta de {brand}',
  'mail.changed.link-made.intro': 'El equipo de soporte creó un enlace con el que se puede configurar una nueva forma '
    + 'de iniciar sesión en su cuenta. Funciona una sola vez, durante unos minutos.',
  'mail.changed.when': 'Cuándo',
  'mail.changed.where': 'Desde',
  'mail.changed.account': 'Cuenta',
  'mail.changed.yours': 'Si fue usted, no tiene que hacer nada.',
  'mail.changed.stop': 'Si no fue usted, avise cuanto antes al equipo de soporte de {brand}. Puede cerrar el acceso a '
    + 'otras personas y deshacer el cambio.',
  'mail.changed.action': 'Avisar a soporte',
  'mail.new-sign-in.subject': 'Un inicio de sesión poco habitual en su cuenta de {brand}',
  'mail.new-sign-in.intro': 'Alguien inició sesión en su cuenta de {brand} de una manera distinta de la '
    + 'habitual. Si fue usted, no tiene que hacer nada.',
  'mail.new-sign-in.country': 'País',
  'mail.not-me.stop': 'Si no fue usted, dígalo aquí: se cierran todas las sesiones de su cuenta y se detienen los '
    + 'cambios que aún estén en espera.',
  'mail.not-me.action': 'No fui yo',
  'mail.notice.subject': 'Ha ocurrido algo en su cuenta de {brand}',
  'mail.delayed.subject': 'Hay un cambio en espera en su cuenta de {brand}',
  'mail.delayed.intro': 'Alguien con una sesión abierta en su cuenta pidió un cambio. No surte efecto hasta más tarde, '
    + 'para que usted pueda detenerlo.',
  'mail.delayed.what': 'Qué',
  'mail.delayed.due': 'Surte efecto',
  'mail.delayed.stop': 'Si no lo quiere, deténgalo antes.',
  'mail.delayed.cancel': 'Detener este cambio',
  'mail.action.done.subject': 'Se hizo algo en su cuenta de {brand}',
  'mail.action.done': 'Alguien con una sesión abierta en su cuenta hizo lo siguiente. No se detuvo nada; solo se lo '
    + 'comunicamos.',
  'mail.action.in-review.subject': 'Se está revisando un cambio en su cuenta de {brand}',
  'mail.action.in-review': 'Alguien con una sesión abierta en su cuenta pidió lo siguiente. Solo se hará cuando una '
    + 'persona de {brand} lo haya revisado.',
  'mail.action.approved.subject': 'Se autorizó un cambio en su cuenta de {brand}',
  'mail.action.approved': 'Una persona de {brand} lo revisó y dijo que sí. Quien lo pidió puede terminarlo ahora, una '
    + 'sola vez, en el plazo de una semana.',
  'mail.action.refused.subject': 'Se rechazó un cambio en su cuenta de {brand}',
  'mail.action.refused': 'Una persona de {brand} lo revisó y dijo que no. No se cambió nada.',
  'mail.action.expired.subject': 'No se hizo un cambio en su cuenta de {brand}',
  'mail.action.expired': 'Nadie de {brand} pudo revisarlo a tiempo. No se cambió nada; se puede pedir de nuevo.',
  'mail.footer': 'Enviado por {brand} a {address} por el motivo descrito arriba. No es publicidad.',
};
