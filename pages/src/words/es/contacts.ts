import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'Pregunte a alguien de confianza',
  'contact.offer.text': 'Usted nombró a personas que pueden decir que es usted. Reciben un correo y usted les dice un '
    + 'número. Después de su sí empieza una espera de {hours, plural, one {# hora} other {# horas}}, en la que se '
    + 'puede detener todo desde cualquier dirección de esta cuenta.',
  'contact.submit': 'Preguntarles',
  'contact.other-way': 'No puedo comunicarme con ellas',
  'contact.asked.title': 'Llame a su contacto de confianza',
  'contact.asked.text': 'Esa persona ha recibido un correo de {brand}. Llámela o véala y dígale este número. No se lo '
    + 'envíe por escrito. Puede cerrar esta página; cuando vuelva, mostrará otra vez el número.',
  'contact.number': 'El número que debe decirle',
  'trusted-contact.somebody': 'alguien',
  'trusted-contact.accept': 'Sí, acepto',
  'trusted-contact.decline': 'No, prefiero no serlo',
  'trusted-contact.confirm': 'Sí, es esa persona',
  'trusted-contact.stop': 'No es esa persona',
  'trusted-contact.number': 'El número que le dice esa persona',
  'trusted-contact.hint': 'Hable con esa persona, por teléfono o cara a cara, y asegúrese de reconocer su voz. No '
    + 'acepte el número por mensaje.',
  'trusted-contact.ask.title': '¿Quiere ser contacto de confianza?',
  'trusted-contact.ask.text': '{owner} le pregunta si algún día podría decir que es realmente esa persona quien perdió '
    + 'el acceso a su cuenta de {brand}. Usted no obtiene acceso a ella ni ve nada de ella.',
  'trusted-contact.accepted.title': 'Usted es contacto de confianza',
  'trusted-contact.accepted.text': 'Si {owner} pierde alguna vez el acceso a su cuenta de {brand}, usted recibirá un '
    + 'correo. Puede dejar de serlo en cualquier momento.',
  'trusted-contact.declined.title': 'Usted no es contacto de confianza',
  'trusted-contact.declined.text': 'No recibirá más correos sobre la cuenta de {brand} de {owner}.',
  'trusted-contact.confirm.title': '¿Es realmente esa persona?',
  'trusted-contact.confirm.text': 'Alguien dice ser {owner} y quiere volver a entrar en una cuenta de {brand}, desde: '
    + '{device}. Si es esa persona, podrá crear una nueva forma de iniciar sesión después de una espera. Usted no '
    + 'obtiene acceso.',
  'trusted-contact.confirmed.title': 'Gracias, eso es todo',
  'trusted-contact.confirmed.text': '{owner} podrá continuar después de una espera, en la que se envía un aviso a '
    + 'todas las direcciones de esa persona.',
  'trusted-contact.stopped.title': 'Se ha detenido',
  'trusted-contact.stopped.text': 'Nadie entra así en la cuenta de {brand} de {owner}. Avise a {owner}.',
  'trusted-contact.ended.title': 'Ya no hay nada que hacer',
  'trusted-contact.ended.text': 'Esto ya quedó resuelto, o {owner} lo detuvo.',
  'mail.contact.be.subject': '{owner} le pide ser contacto de confianza en {brand}',
  'mail.contact.be.intro': '{owner} le pregunta si algún día podría decir que es realmente esa persona quien perdió el '
    + 'acceso a su cuenta de {brand}. Usted no obtiene acceso a ella.',
  'mail.contact.be.action': 'Decir sí o no',
  'mail.contact.confirm.subject': '¿Es realmente {owner} quien quiere volver a entrar en su cuenta de {brand}?',
  'mail.contact.confirm.intro': 'Alguien dice ser {owner} y quiere volver a entrar en una cuenta de {brand}. Antes de '
    + 'hacer nada, hable con {owner}, que le dirá un número.',
  'mail.contact.confirm.action': 'Ver la solicitud',
  'mail.contact.nothing': 'Si no hace nada, no pasa nada.',
  'mail.changed.contact-added.subject': 'Se nombró un contacto de confianza para su cuenta de {brand}',
  'mail.changed.contact-added.intro': 'Alguien con una sesión abierta en su cuenta nombró a una persona que podrá '
    + 'decir que es usted si pierde el acceso.',
  'mail.changed.contact-removed.subject': 'Se quitó un contacto de confianza de su cuenta de {brand}',
  'mail.changed.contact-removed.intro': 'Alguien con una sesión abierta en su cuenta quitó a una persona que podía decir que '
    + 'es usted si pierde el acceso.',
  'account.contacts': 'Contactos de confianza',
  'account.contacts.text': 'Nombre hasta dos personas que puedan decir que es usted si pierde el acceso. Ellas no '
    + 'obtienen acceso.',
  'account.contacts.way': 'Contactos de confianza',
  'account.contacts.address': 'Correo electrónico de esa persona',
  'account.contacts.add': 'Preguntarle por correo',
  'account.contacts.asked': 'Aún no ha respondido',
  'account.contacts.accepted': 'Ha dicho que sí',
  'account.news.contact-asked': 'Le hemos preguntado por correo.',
  'account.news.contact-removed': 'Esa persona ya no es contacto de confianza.',
  'account.news.contact-refused': 'Esa dirección no puede ser un contacto: nombre como máximo a otras dos personas, '
    + 'sin repetir ninguna.',
};
