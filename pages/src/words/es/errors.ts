import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'Vuelva a la aplicación y empiece de nuevo.';
const check = 'Compruebe la dirección o vuelva a la aplicación.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'Este enlace o formulario no está completo', remedy: again },
  'request.malformed': { title: 'Esto no se pudo leer', remedy: again },
  'request.too_large': {
    title: 'Es más de lo que se puede enviar de una vez',
    remedy: 'Vuelva atrás y acorte lo que escribió.',
  },
  'request.unknown_host': { title: 'No hay nada en esta dirección', remedy: check },
  'request.cross_site': { title: 'Este paso se inició desde otro sitio', remedy: again },
  'request.rate_limited': {
    title: 'Hay mucha actividad desde su conexión',
    remedy: 'Espere un minuto e inténtelo de nuevo.',
  },
  'request.not_found': { title: 'No hay nada en esta dirección', remedy: check },
  'request.method_not_allowed': { title: 'Esta página no se puede abrir así', remedy: again },
  'server.busy': { title: 'Hay mucho tráfico en este momento', remedy: 'Espere un minuto e inténtelo de nuevo.' },
  'server.failed': {
    title: 'Algo falló de nuestro lado',
    remedy: 'Inténtelo de nuevo. Si continúa, dé al equipo de soporte la referencia que aparece abajo.',
  },
  'storage.unreachable': {
    title: 'No es posible iniciar sesión en este momento',
    remedy: 'Inténtelo de nuevo dentro de unos minutos.',
  },
  'population.unknown': { title: 'No hay nada en esta dirección', remedy: check },
  'principal.suspended': {
    title: 'Esta cuenta está suspendida',
    remedy: 'Pregunte al equipo de soporte por qué y qué hacer.',
  },
  'principal.foreign': {
    title: 'Esta cuenta es de otro inicio de sesión',
    remedy: 'Inicie sesión en el lugar al que pertenece la cuenta.',
  },
  'client.unknown': {
    title: 'Aquí no se conoce esta aplicación',
    remedy: 'Vuelva a ella y avise a quienes la gestionan.',
  },
  'link.invalid': { title: 'Este enlace no funciona', remedy: 'Compruebe que se copió completo o pida uno nuevo.' },
  'link.expired': { title: 'Este enlace ha caducado', remedy: 'Pida uno nuevo.' },
  'link.used': { title: 'Este enlace ya se usó', remedy: 'Inicie sesión o pida un enlace nuevo.' },
  'run.unknown': { title: 'Este inicio de sesión ya no está abierto', remedy: again },
  'run.expired': { title: 'Esto tardó demasiado y se cerró', remedy: `No se ha cambiado nada. ${again}` },
  'run.other_browser': {
    title: 'Esto se empezó en otro navegador',
    remedy: 'Continúe en ese navegador, con las cookies permitidas, o empiece de nuevo aquí desde la aplicación.',
  },
  'run.moved': {
    title: 'Esto continúa en su otro dispositivo',
    remedy: 'Continúe allí; puede cerrar esta página. Si no tiene ese dispositivo a mano, empiece de nuevo.',
  },
  'run.finished': { title: 'Esto ya está hecho', remedy: 'Vuelva a la aplicación.' },
  'credential.refused': {
    title: 'Eso no coincidió',
    remedy: 'Compruebe lo que escribió o use otra forma de iniciar sesión.',
  },
  'credential.throttled': {
    title: 'Demasiados intentos por ahora',
    remedy: 'Espere unos minutos o use otra forma de iniciar sesión.',
  },
  'passkey.other_door': {
    title: 'Esta llave de acceso es de otro inicio de sesión',
    remedy: 'Úsela allí o elija otra.',
  },
  'passkey.refused': {
    title: 'No se pudo comprobar la llave de acceso',
    remedy: 'Inténtelo de nuevo o use otra forma de iniciar sesión.',
  },
  'session.ended': { title: 'Su sesión está cerrada', remedy: 'Inicie sesión de nuevo.' },
  'session.contained': { title: 'Esto no se puede cambiar en esta sesión', remedy: 'Cierre la sesión, iníciela de nuevo y haga entonces el cambio.' },
};
