import type { RemoteWords } from '../en/remote.ts';

export const remote: RemoteWords = {
  'remote.gets': 'Esta aplicación podría:',
  'open-device.title': 'Iniciar sesión en otra pantalla',
  'open-device.lead': 'Escriba el código que muestra la pantalla que tiene delante. Usted inicia sesión aquí, en su '
    + 'propio dispositivo.',
  'open-device.code': 'Código de la pantalla',
  'open-device.hint': 'Ocho letras; los espacios y los guiones no importan',
  'open-device.title-confirm': '¿Iniciar sesión en {application}?',
  'open-device.lead-confirm': 'Una pantalla de {application} lo pidió {minutes, plural, =0 {ahora mismo} one {hace # '
    + 'minuto} other {hace # minutos}}.',
  'open-device.compare': 'La pantalla debe mostrar este código',
  'open-device.warning': 'Continúe solo si está delante de esa pantalla. {brand} nunca le envía un código; si alguien '
    + 'lo hace, es para entrar en su cuenta.',
  'open-device.submit': 'Dar acceso a esa pantalla como {person}',
  'open-device.submit-sign-in': 'Iniciar sesión y dar acceso a esa pantalla',
  'open-device.refuse': 'Yo no pedí esto',
  'open-device.switch': 'Iniciar sesión como otra persona',
  'open-device.title-done': 'Ha iniciado sesión en esa pantalla',
  'open-device.lead-done': 'La pantalla continúa por sí sola. Puede cerrar esa sesión en cualquier momento: en la '
    + 'propia pantalla o en su cuenta.',
  'open-device.title-ended': 'Esa pantalla no obtuvo acceso',
  'open-device.lead-ended': 'Se rechazó o tardó demasiado. Si fue usted quien empezó, muestre un código nuevo en la '
    + 'pantalla.',
  'notice.device.unknown': 'Ninguna pantalla muestra este código ahora. Compruébelo o muestre uno nuevo en la '
    + 'pantalla.',
  'notice.device.taken': 'Este código ya se escribió en otro navegador. Muestre uno nuevo en la pantalla.',
  'open-request.title': '¿Confirmar a {application} que es usted?',
  'open-request.lead': '{application} pidió {minutes, plural, =0 {ahora mismo} one {hace # minuto} other {hace # '
    + 'minutos}} confirmar que está tratando con {person}.',
  'open-request.purpose': 'Para qué es:',
  'open-request.number': 'Número que {application} le muestra o le dice',
  'open-request.hint': 'Dos dígitos',
  'open-request.submit': 'Sí, soy yo',
  'open-request.warning': 'Confirme solo si llamó o fue allí por iniciativa propia. {brand} no le llama para pedirle '
    + 'esto.',
  'open-request.not-me': 'No fui yo',
  'open-request.title-done': 'Confirmado',
  'open-request.lead-done': '{application} ya sabe que es usted. Puede cerrar esta página.',
  'open-request.title-ended': 'No se confirmó nada',
  'open-request.lead-ended': '{application} recibió un no, o tardó demasiado. Si era usted, pídale que lo intente de '
    + 'nuevo.',
  'notice.request.wrong-number': 'Ese no es el número. Después de tres equivocados ya no se puede confirmar nada.',
  'mail.request.subject': '¿Es usted quien está hablando con {brand}?',
  'mail.request.intro': 'Alguien dice ser usted. Si está hablando con {brand} ahora, abra esta página, léala y '
    + 'confirme allí con el número que le digan:',
  'mail.request.who': 'Quién pregunta',
  'mail.request.why': 'Para qué',
  'mail.request.action': 'Abrir y mirar',
  'mail.request.life': 'La página funciona durante {minutes, plural, one {# minuto} other {# minutos}}. Abrirla no '
    + 'confirma nada.',
  'mail.request.stop': 'Si no es usted, abra la página y dígalo, o déjela: nada ocurre sin su sí.',
  'mail.let-in.subject': 'Una pantalla obtuvo acceso a su cuenta de {brand}',
  'mail.let-in.intro': 'Usted permitió que otra pantalla iniciara sesión con su cuenta de {brand}, con el código que '
    + 'mostraba.',
  'mail.let-in.screen': 'Pantalla',
  'account.requests': 'Esperan su respuesta',
  'account.requests.text': 'Alguien dice ser usted ante estas aplicaciones.',
  'account.requests.asked': 'Se pidió el',
  'account.requests.look': 'Ver',
  'account.requests.look-named': 'Ver lo que pide {name}',
};
