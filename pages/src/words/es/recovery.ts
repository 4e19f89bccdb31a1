import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'Escriba un código de recuperación',
  'recovery-code.lead': 'Uno de los códigos que guardó al configurar su inicio de sesión. Sirve una sola vez.',
  'recovery-code.label': 'Código de recuperación',
  'recovery-code.none': 'No tengo ningún código de recuperación',
  'account.kind.recovery-case': 'Recuperación',
  'wait.offer.title': 'Recuperar el acceso tras una espera',
  'wait.offer.text': 'Podrá crear una nueva forma de iniciar sesión después de {hours, plural, one {# hora} other {# '
    + 'horas}}. Hasta entonces se puede detener todo desde cualquier dirección de esta cuenta, para que nadie más '
    + 'pueda apoderarse de ella.',
  'wait.submit': 'Empezar la espera',
  'wait.other-way': 'Mejor pedir ayuda a soporte',
  'approve.offer.title': 'Pida ayuda a soporte',
  'approve.offer.text': 'Póngase en contacto con el equipo de soporte de {brand}; alguien se asegurará de que es '
    + 'usted. Después de su sí empieza una espera de {hours, plural, one {# hora} other {# horas}}, en la que se puede '
    + 'detener todo desde cualquier dirección de esta cuenta.',
  'approve.submit': 'Pedir ayuda a soporte',
  'approve.other-way': 'Ninguna de las dos me sirve',
  'recovery.asked.title': 'Soporte tiene su solicitud',
  'recovery.asked.text': 'Póngase en contacto con el equipo de soporte de {brand} y dígale este número; se asegurará '
    + 'de que es usted. Escribiremos a todas las direcciones de esta cuenta en cuanto haya una respuesta. Puede cerrar '
    + 'esta página.',
  'recovery.number': 'Número de su solicitud',
  'recovery.waiting.title': 'Ahora hay que esperar',
  'recovery.waiting.text': 'Podrá continuar después del {due}. Hemos escrito a todas las direcciones de esta cuenta y '
    + 'volveremos a escribir entonces. Puede cerrar esta página.',
  'recovery.later': 'Volver más tarde',
  'refuse.recovery-waits.title': 'Su solicitud queda guardada',
  'refuse.recovery-waits.text': 'Le escribiremos cuando pueda continuar. Hasta entonces no cambia nada.',
  'stop-recovery.ask.title': '¿Detener esta recuperación?',
  'stop-recovery.ask.text': 'El {at} alguien empezó a recuperar el acceso a su cuenta de {brand}, desde: {device}. Si '
    + 'no fue usted, deténgalo aquí. Quien fuera puede leer el correo de una de sus direcciones: cambie también la '
    + 'contraseña de ese buzón.',
  'stop-recovery.somewhere': 'un dispositivo desconocido',
  'stop-recovery.submit': 'Detener',
  'stop-recovery.stopped.title': 'Se ha detenido',
  'stop-recovery.stopped.text': 'Nadie entra así en su cuenta de {brand}. Si no fue usted quien lo pidió, cambie la '
    + 'contraseña de su buzón.',
  'stop-recovery.too-late.title': 'Ya no se puede detener aquí',
  'stop-recovery.too-late.text': 'Esta recuperación terminó o se cerró. Si no fue usted, elija “No fui yo” en el '
    + 'último correo sobre ella y avise al equipo de soporte de {brand}.',
  'mail.recovery.due': 'Se puede seguir tras',
  'mail.recovery.stop': 'Si no fue usted, deténgalo antes.',
  'mail.recovery.cancel': 'Detener esta recuperación',
  'mail.recovery.resume': 'Continuar con la recuperación',
  'mail.recovery.asked.subject': 'Alguien pide recuperar el acceso a su cuenta de {brand}',
  'mail.recovery.asked.intro': 'Alguien que puede leer el correo de una de sus direcciones pidió ayuda para recuperar '
    + 'el acceso a su cuenta. Hace falta el sí de otra persona y después un tiempo en el que usted puede detenerlo.',
  'mail.recovery.waiting.subject': 'Alguien está recuperando el acceso a su cuenta de {brand}',
  'mail.recovery.waiting.intro': 'Alguien que puede leer el correo de una de sus direcciones está recuperando el '
    + 'acceso a su cuenta. Lleva un tiempo, para que usted pueda detenerlo.',
  'mail.recovery.ready.subject': 'Puede continuar con la recuperación del acceso a su cuenta de {brand}',
  'mail.recovery.ready.intro': 'La espera ha terminado. Quien lo pidió ya puede crear una nueva forma de iniciar '
    + 'sesión.',
  'mail.recovery.finished.subject': 'Se recuperó el acceso a su cuenta de {brand}',
  'mail.recovery.finished.intro': 'Alguien recuperó el acceso a su cuenta y creó una nueva forma de iniciar sesión. Se '
    + 'han cerrado todas las sesiones que había abiertas antes.',
  'mail.recovery.refused.subject': 'Se rechazó una recuperación de su cuenta de {brand}',
  'mail.recovery.refused.intro': 'La persona a quien se preguntó no pudo asegurarse de que era usted quien quería '
    + 'recuperar el acceso a su cuenta. No ha cambiado nada.',
  'mail.recovery.cancelled.subject': 'Se detuvo una recuperación de su cuenta de {brand}',
  'mail.recovery.cancelled.intro': 'La recuperación de su cuenta se detuvo desde una de sus direcciones. No ha '
    + 'cambiado nada.',
};
