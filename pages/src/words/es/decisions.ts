import type { DecisionWords } from '../en/decisions.ts';

export const decisions: DecisionWords = {
  'because.asked': 'Por qué se lo preguntamos',
  'because.title': 'Por qué',
  'because.device-new': 'Este navegador es nuevo para su cuenta.',
  'because.place-new': 'Está en un país distinto del habitual.',
  'because.connection-new': 'Se ha conectado a internet de otra manera que de costumbre.',
  'because.time-unusual': 'Está aquí a una hora distinta de la habitual.',
  'because.recovery-under-way': 'Alguien está recuperando el acceso a esta cuenta en este momento. Si no es usted, el enlace de nuestro '
    + 'mensaje lo detiene.',
  'because.recovered-lately': 'El acceso a esta cuenta se recuperó hace poco.',
  'because.contact-changed': 'Hace poco se cambió una dirección o un número de esta cuenta.',
  'because.credential-changed': 'Hace poco se cambió una forma de iniciar sesión en esta cuenta.',
  'because.proof-old': 'Hace tiempo que no confirma que es usted.',
  'because.unusual': 'Algo de este inicio de sesión no es como de costumbre.',
  'answer.challenge': 'Confirme que es usted e inténtelo de nuevo.',
  'answer.delay': 'Esto tendrá efecto más tarde, para que pueda detenerlo si no fue usted. Le hemos escrito.',
  'answer.review': 'Alguien tiene que revisarlo primero. Inténtelo más tarde; le hemos escrito.',
  'answer.deny': 'Esto no es posible por el momento.',
  'held.delay.title': 'Esto tiene que esperar',
  'held.delay.text': 'Todavía no ha cambiado nada. Vuelva después del momento que se indica abajo y hágalo de nuevo; entonces '
    + 'se llevará a cabo. Hemos avisado a todas sus direcciones y números. Si no fue usted, el enlace de ese '
    + 'mensaje lo detiene.',
  'held.delay.until': 'Posible a partir del',
  'held.review.title': 'Alguien tiene que revisarlo primero',
  'held.review.text': 'Todavía no ha cambiado nada. Alguien de {brand} lo revisa antes del momento que se indica abajo. Si la '
    + 'respuesta es sí, vuelva y hágalo de nuevo; entonces se llevará a cabo.',
  'held.review.until': 'Se revisa antes del',
  'held.deny.title': 'Ahora no se puede hacer',
  'held.deny.text': 'No ha cambiado nada. Cierre la sesión, iníciela de nuevo en un dispositivo que ya haya usado aquí e '
    + 'inténtelo otra vez. Si no sirve, consulte al servicio de atención de {brand}.',
  'account.news.confirmed': 'Se ha confirmado que es usted. Guarde ahora sus cambios una vez más.',
  'account.did.decision.made': 'Se pidió algo en su cuenta',
  'account.decided.notify': 'Se llevó a cabo y se le avisó',
  'account.decided.challenge': 'Se pidió confirmar que es usted',
  'account.decided.delay': 'Tiene que esperar',
  'account.decided.review': 'Alguien lo revisa primero',
  'account.decided.deny': 'Se rechazó',
};
