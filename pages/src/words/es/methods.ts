import type { MethodWords } from '../en/methods.ts';

export const methods: MethodWords = {
  'proof-of-work.title': 'Un momento',
  'proof-of-work.lead': 'Su dispositivo hace un pequeño cálculo, para que nadie pueda venir aquí miles de veces. No tiene que hacer nada.',
  'proof-of-work.wait': 'Sin JavaScript, espere {seconds, plural, one {# segundo} other {# segundos}} y elija «Continuar».',
  'enrol-passkey.title': 'Inicie sesión sin contraseña',
  'enrol-passkey.title-required': 'Configure una llave de acceso',
  'enrol-passkey.new-account': 'Cree una llave de acceso: la próxima vez bastará con su rostro, su huella o el bloqueo '
    + 'de pantalla.',
  'enrol-passkey.faster-next-time': 'Con una llave de acceso, la próxima vez bastará con su rostro, su huella o el '
    + 'bloqueo de pantalla.',
  'enrol-passkey.required': 'Aquí hace falta una forma de iniciar sesión a prueba de phishing. Una llave de acceso se '
    + 'configura en unos segundos.',
  'enrol-passkey.replaces-lost': 'Ha recuperado el acceso. Cree una llave de acceso en este dispositivo para poder '
    + 'iniciar sesión a partir de ahora. Se cierran todas las sesiones que había abiertas en su cuenta.',
  'enrol-passkey.point-quick': 'Nada que recordar y nada que escribir',
  'enrol-passkey.point-safe': 'Funciona solo aquí, así que no se puede entregar a una página falsa',
  'enrol-passkey.point-private': 'Su rostro o su huella nunca salen de su dispositivo',
  'enrol-passkey.submit': 'Crear una llave de acceso',
  'enrol-passkey.skip': 'Ahora no',
  'enrol-passkey.exists': 'Este dispositivo ya tiene una llave de acceso para esta cuenta.',
  'enrol-passkey.cancelled': 'No se creó ninguna llave de acceso. Inténtelo de nuevo o elija otra forma.',
  'choose-method.title': '¿Cómo quiere continuar?',
  'choose-method.lead': 'Elija lo que tenga a mano.',
  'choose-method.passkey': 'Llave de acceso',
  'choose-method.totp': 'Código de la aplicación',
  'choose-method.password': 'Contraseña',
  'choose-method.email-code': 'Código por correo',
  'choose-method.recovery-code': 'Código de recuperación',
  'choose-method.none': 'Nada de esto',
  'choose-method.back': 'Atrás',
  'verify-contact.title': 'Añada un correo electrónico',
  'verify-contact.lead': 'Una segunda dirección le permite volver a entrar cuando ya no pueda leer la primera.',
  'verify-contact.address': 'Correo electrónico',
  'verify-contact.hint': 'Contará cuando haya escrito el código que enviamos allí.',
  'verify-contact.sent': 'Hay un código en camino. Funciona durante {minutes, plural, one {# minuto} other {# '
    + 'minutos}}.',
  'verify-contact.skip': 'Ahora no',
  'notice.email.taken': 'Esta dirección pertenece a otra cuenta. Use otra.',
  'notice.email.known': 'Su cuenta ya tiene esta dirección.',
  'mail.code.intro-contact': 'Use este código para añadir esta dirección a su cuenta de {brand}:',
  'mail.changed.email-added.subject': 'Se añadió un correo electrónico a su cuenta de {brand}',
  'mail.changed.email-added.intro': 'Se añadió un correo electrónico a su cuenta. A partir de ahora se pueden enviar '
    + 'allí códigos para iniciar sesión.',
};
