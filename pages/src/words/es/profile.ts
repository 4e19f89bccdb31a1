import type { ProfileWords } from '../en/profile.ts';

export const profile: ProfileWords = {
  'save': 'Guardar',
  'profile.name': 'Nombre',
  'profile.language': 'Idioma',
  'profile.language.hint': 'Le escribimos en este idioma.',
  'profile.time-zone': 'Zona horaria',
  'profile.time-zone.hint': 'Las aplicaciones que usa aquí pueden mostrar las horas según ella.',
  'profile.time-zone.none': 'Sin indicar',
  'profile.addresses': 'Direcciones de correo',
  'profile.addresses.text': 'Puede iniciar sesión con ellas, y los avisos llegan a cada una.',
  'profile.addresses.change': 'Cambiar una dirección',
  'profile.take-back': 'Retirar',
  'profile.take-back-named': 'Retirar: {name}',
  'profile.told': 'Qué más nos ha contado',
  'profile.told.text': 'Ya no se pregunta. Retire lo que no quiera que guardemos.',
  'profile.optional': 'Lo que no tiene que contar',
  'profile.optional.text': 'Nos lo contó por voluntad propia y puede retirarlo.',
  'account.profile': 'Su perfil',
  'account.profile.text': 'Su nombre, idioma, zona horaria y direcciones, y lo que nos ha contado sobre usted.',
  'account.profile.way': 'Ver y cambiar su perfil',
  'account.news.profile-saved': 'Su perfil está guardado.',
  'account.news.address-changed': 'Su dirección ha cambiado. Hemos escrito a la anterior; desde allí se puede deshacer durante una '
    + 'semana.',
  'account.did.principal.profile_changed': 'Su perfil ha cambiado',
  'address.title': 'Cambiar una dirección de correo',
  'address.text': 'Primero enviamos un código a la nueva dirección. La anterior recibe un correo y puede deshacer el cambio durante '
    + 'una semana. Hasta entonces, algunas operaciones de esta cuenta están cerradas, para que nadie abuse de ella.',
  'address.former': 'Dirección que se sustituye',
  'address.new': 'Nueva dirección de correo',
  'address.send': 'Enviar un código',
  'address.prove.title': 'Introduzca el código',
  'address.prove.text': 'Hemos enviado un código a {address}. Funciona durante 10 minutos.',
  'address.prove.label': 'Código',
  'address.prove.submit': 'Cambiar la dirección',
  'address.prove.other': 'Usar otra dirección',
  'undo-address.ask.title': '¿Devolver a la cuenta su dirección?',
  'undo-address.ask.text': 'El {at}, otra dirección ocupó el lugar de esta en su cuenta de {brand}. Si no fue usted, deshágalo aquí: '
    + 'se cierran todas las sesiones y se elimina lo que se añadió desde entonces.',
  'undo-address.submit': 'Deshacer el cambio',
  'undo-address.undone.title': 'Su dirección ha vuelto',
  'undo-address.undone.text': 'Todas las sesiones de su cuenta de {brand} están cerradas, y lo que se añadió desde el cambio se ha '
    + 'eliminado. Inicie sesión con un código que enviamos a esta dirección y revise su cuenta.',
  'undo-address.too-late.title': 'Aquí ya no se puede deshacer',
  'undo-address.too-late.text': 'Este cambio ya se deshizo, o su plazo ha pasado. Si no fue usted, dígaselo al equipo de ayuda de '
    + '{brand}.',
  'mail.address-changed.subject': 'Su cuenta de {brand} tiene ahora otra dirección',
  'mail.address-changed.intro': 'Otra dirección de correo ocupa el lugar de esta en su cuenta de {brand}. Los códigos y los avisos '
    + 'llegan allí a partir de ahora.',
  'mail.address-changed.until': 'Se puede deshacer hasta',
  'mail.address-changed.undo': 'Si fue usted, no tiene que hacer nada. Si no, deshágalo.',
  'mail.address-changed.action': 'No fui yo',
};
