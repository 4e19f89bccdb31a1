import type { DeviceWords } from '../en/devices.ts';

export const devices: DeviceWords = {
  'way.email-link': 'Recibir un enlace por correo',
  'waits.itself': 'Esta página continúa por sí sola.',
  'email-link.title': 'Abra el enlace de su correo',
  'email-link.lead': 'Si esta dirección se puede usar aquí, le hemos enviado un enlace. Funciona durante {minutes, '
    + 'plural, one {# minuto} other {# minutos}}, aquí o en otro dispositivo.',
  'email-link.number': 'En otro dispositivo se le pedirá este número',
  'email-link.submit': 'Ya lo he abierto',
  'email-link.again': 'Enviar un enlace nuevo',
  'email-link.hint': '¿No ha llegado nada? Mire en la carpeta de correo no deseado o envíe un enlace nuevo.',
  'open-link.title-here': 'Continúe aquí',
  'open-link.lead-here': 'Empezó en este navegador. Continúe y su sesión se abrirá aquí.',
  'open-link.title-sign-in': '¿Está iniciando sesión en otra pantalla?',
  'open-link.title-sign-up': '¿Está creando una cuenta en otra pantalla?',
  'open-link.lead': 'Alguien quiere entrar en {application} desde {device}; la solicitud se hizo {minutes, plural, =0 '
    + '{ahora mismo} one {hace # minuto} other {hace # minutos}}. Si dice que sí, entra la otra pantalla, no esta.',
  'open-link.some-browser': 'otro navegador',
  'open-link.number': 'Número de la otra pantalla',
  'open-link.hint': 'Dos dígitos, en la pantalla donde empezó',
  'open-link.warning': 'Escríbalo solo si tiene esa pantalla delante. {brand} nunca le dice un número por teléfono ni '
    + 'en un mensaje; si alguien lo hace, es para entrar en su cuenta.',
  'open-link.submit': 'Dar acceso a esa pantalla',
  'open-link.not-me': 'Yo no pedí esto',
  'open-link.title-confirmed': 'Listo aquí',
  'open-link.lead-confirmed': 'Vuelva a la pantalla donde empezó: continúa por sí sola. Puede cerrar esta página.',
  'open-link.title-ended': 'Este enlace se ha detenido',
  'open-link.lead-ended': 'Nadie entra con él. Si fue usted quien empezó, envíe un enlace nuevo desde la pantalla '
    + 'donde empezó.',
  'notice.link.not-yet': 'Nadie ha confirmado todavía el enlace. Ábralo en su correo y vuelva aquí.',
  'notice.link.ended': 'El enlace quedó anulado, por quien lo leyó o por números equivocados. Envíe uno nuevo.',
  'notice.link.expired': 'Este enlace ha caducado. Envíe uno nuevo.',
  'notice.link.sent-again': 'Hay un enlace nuevo en camino. Solo funciona el más reciente, con el número que se '
    + 'muestra aquí ahora.',
  'notice.link.wait': 'Últimamente se enviaron demasiados correos a esta dirección. Espere un poco antes de enviar '
    + 'otro.',
  'notice.link.wrong-number': 'Ese no es el número de la otra pantalla. Después de tres equivocados, el enlace se '
    + 'detiene.',
  'mail.link.subject': 'Su enlace para {brand}',
  'mail.link.intro-sign-in': 'Alguien, esperamos que sea usted, quiere iniciar sesión en {brand}. Si es usted, abra '
    + 'este enlace:',
  'mail.link.intro-sign-up': 'Alguien, esperamos que sea usted, quiere crear una cuenta en {brand}. Si es usted, abra '
    + 'este enlace:',
  'mail.link.action': 'Abrir y continuar',
  'mail.link.life': 'El enlace funciona una sola vez, durante {minutes, plural, one {# minuto} other {# minutos}}. En '
    + 'un dispositivo distinto de aquel en el que empezó, se le pedirá el número que se muestra allí.',
  'mail.link.stop': 'Si no lo pidió, no lo abra ni lo reenvíe: sin él nadie entra.',
  'collect.optional': '{label} (opcional)',
  'collect.skip': 'Ahora no',
  'accept-text.whole': 'Leer el texto completo',
  'accept-text.submit': 'Acepto',
  'accept-text.decline': 'No acepto',
  'handoff.title': 'Continuar en otro dispositivo',
  'handoff.lead': 'Escanee la imagen con el otro dispositivo o escriba allí el código. Funciona durante {minutes, '
    + 'plural, one {# minuto} other {# minutos}}.',
  'handoff.picture': 'Código QR que lleva a la página para el otro dispositivo',
  'handoff.code': 'Código que debe escribir en {place}',
  'handoff.submit': 'Ya lo he escrito allí',
  'handoff.stay': 'Continuar aquí',
  'handoff.again': 'Mostrar un código nuevo',
  'handoff.title-confirm': '¿Es ese su otro dispositivo?',
  'handoff.lead-confirm': 'Alguien se presentó con el código, desde {device}. Escriba el número que muestra su otro '
    + 'dispositivo y todo continuará allí.',
  'handoff.number': 'Número del otro dispositivo',
  'handoff.move': 'Continuar allí',
  'handoff.not-mine': 'Ese no es mi dispositivo',
  'handoff.warning': 'Escriba solo un número que vea en un dispositivo suyo. Si alguien le dice uno, es para continuar '
    + 'en su lugar.',
  'handoff.title-arrived': 'Continúe aquí',
  'handoff.lead-arrived': 'Lo que empezó en su otro dispositivo continúa aquí.',
  'open-handoff.title': 'Continuar desde otro dispositivo',
  'open-handoff.lead': 'Escriba el código que {brand} muestra en el dispositivo donde empezó.',
  'open-handoff.code': 'Código del otro dispositivo',
  'open-handoff.hint': 'Ocho letras y dígitos; los espacios no importan',
  'open-handoff.title-sign-up': 'Cree aquí su cuenta de {brand}',
  'open-handoff.title-sign-in': 'Inicie sesión en {brand} aquí',
  'open-handoff.title-step-up': 'Confirme aquí para {brand} que es usted',
  'open-handoff.title-enrol': 'Configure aquí su inicio de sesión en {brand}',
  'open-handoff.title-recover': 'Recupere aquí el acceso a su cuenta de {brand}',
  'open-handoff.lead-wait': 'Falta una cosa: escriba este número en el dispositivo donde empezó. Si no tiene ese '
    + 'dispositivo delante, cierre esta página.',
  'open-handoff.number': 'Número para el primer dispositivo',
  'open-handoff.submit': 'Ya lo he escrito allí',
  'open-handoff.title-ended': 'Esto no pasó a este dispositivo',
  'open-handoff.lead-ended': 'El dispositivo donde empezó dijo que no, o tardó demasiado. Continúe allí o muestre allí '
    + 'un código nuevo.',
  'notice.handoff.not-yet': 'Todavía no se ha presentado ningún otro dispositivo con el código.',
  'notice.handoff.ended': 'Tardó demasiado, o el número fue incorrecto tres veces. Aquí tiene un código nuevo.',
  'notice.handoff.wrong-number': 'Ese no es el número del otro dispositivo.',
  'notice.handoff.unknown': 'Ese código no funciona. Compruébelo o muestre uno nuevo en el otro dispositivo.',
  'notice.handoff.taken': 'Otro dispositivo ya se presentó con este código. Muestre uno nuevo en el primer '
    + 'dispositivo.',
  'notice.handoff.waiting': 'Todavía no se ha escrito el número en el primer dispositivo.',
};
