import type { PhoneWords } from '../en/phones.ts';

export const phones: PhoneWords = {
  'identify.email-or-phone': 'Correo electrónico o número de móvil',
  'identify.work-name-or-phone': 'Correo del trabajo, nombre de usuario o número de móvil',
  'identify.sign-up-lead-phone': 'Escriba su correo electrónico o su número de móvil. Un código enviado allí muestra que es '
    + 'suyo.',
  'sms-code.title': 'Mire su teléfono',
  'sms-code.lead': 'Si este número se puede usar aquí, un SMS con un código está en camino. El código funciona durante '
    + '{minutes, plural, one {# minuto} other {# minutos}}.',
  'sms-code.label': 'Código del SMS',
  'sms-code.again': 'Enviar un código nuevo',
  'sms-code.hint': 'Un SMS puede tardar un minuto. ¿Sin cobertura, o con número nuevo? Use otra forma.',
  'sms-code.restricted': 'Quien se hace con un número puede leer sus SMS. Una llave de acceso es más segura, donde pueda '
    + 'usarla.',
  'sms-code.other-way': 'Usar otra forma',
  'create-account.lead-phone': 'Su número de móvil está confirmado.',
  'choose-method.sms-code': 'Código por SMS',
  'account.kind.sms-code': 'Código por SMS',
  'verify-phone.title': 'Añada un número de móvil',
  'verify-phone.lead': 'Un código por SMS le devuelve el acceso cuando ya no puede leer su correo.',
  'verify-phone.number': 'Número de móvil',
  'verify-phone.hint': 'Cuenta en cuanto escriba el código que enviamos allí. Sirve para códigos y para avisos sobre su '
    + 'cuenta.',
  'notice.phone.invalid': 'No es un número de móvil. Escríbalo con su país, por ejemplo +34 612 345 678.',
  'notice.phone.taken': 'Este número pertenece a otra cuenta. Use otro.',
  'notice.phone.known': 'Su cuenta ya tiene este número.',
  'notice.phone.not-here': 'Desde aquí no se envían SMS a ese país. Use otro número u otra forma.',
  'notice.sms.wait': 'Por ahora no se pueden enviar más SMS. Use otra forma o inténtelo más tarde.',
  'text.code': '{code} es su código para {brand}. Funciona durante '
    + '{minutes, plural, one {# minuto} other {# minutos}}. No se lo diga a nadie.',
  'text.code-contact': '{code} es el código que añade este número a su cuenta de {brand}. Funciona durante '
    + '{minutes, plural, one {# minuto} other {# minutos}}. No se lo diga a nadie.',
  'mail.changed.phone-added.subject': 'Se añadió un número de móvil a su cuenta de {brand}',
  'mail.changed.phone-added.intro': 'Se añadió un número de móvil a su cuenta. Desde ahora se pueden enviar allí códigos para iniciar '
    + 'sesión.',
  'mail.changed.phone-removed.subject': 'Se quitó un número de móvil de su cuenta de {brand}',
  'mail.changed.phone-removed.intro': 'Se quitó un número de móvil de su cuenta. Ya no se envían códigos allí.',
  'mail.changed.email-removed.subject': 'Se quitó un correo electrónico de su cuenta de {brand}',
  'mail.changed.email-removed.intro': 'Se quitó un correo electrónico de su cuenta. Ya no se envían códigos allí.',
  'account.reach': 'Cómo le contactamos',
  'account.reach.text': 'Aquí llegan los códigos y los avisos sobre su cuenta.',
  'account.reach.way': 'Correos y números',
  'account.reach.last': 'El último se queda',
  'account.reach.add-email': 'Añadir un correo electrónico',
  'account.reach.add-phone': 'Añadir un número de móvil',
  'account.news.place-removed': 'Se quitó, y se avisó a todas sus otras direcciones.',
  'account.news.place-last': 'Este se queda: sin él, nada le llegaría.',
};
