import type { RemoteWords } from '../en/remote.ts';

export const remote: RemoteWords = {
  'remote.gets': 'Ela poderia:',
  'open-device.title': 'Entrar em outra tela',
  'open-device.lead': 'Digite o código que a tela à sua frente mostra. Você entra aqui, no seu próprio dispositivo.',
  'open-device.code': 'Código na tela',
  'open-device.hint': 'Oito letras; espaços e hifens não importam',
  'open-device.title-confirm': 'Entrar em {application}?',
  'open-device.lead-confirm': 'Uma tela de {application} pediu isto {minutes, plural, =0 {agora mesmo} '
    + 'one {há\u00a0#\u00a0minuto} other {há\u00a0#\u00a0minutos}}.',
  'open-device.compare': 'A tela tem de mostrar o mesmo código',
  'open-device.warning': 'Continue somente se você estiver em frente a essa tela. {brand} nunca envia um código a '
    + 'você; quem envia quer entrar na sua conta.',
  'open-device.submit': 'Abrir naquela tela a conta de {person}',
  'open-device.submit-sign-in': 'Entrar e permitir naquela tela',
  'open-device.refuse': 'Não pedi isto',
  'open-device.switch': 'Entrar com outra conta',
  'open-device.title-done': 'Sua conta está aberta naquela tela',
  'open-device.lead-done': 'Ela continua sozinha. Você pode encerrar a qualquer momento: saia lá ou encerre a sessão '
    + 'na sua conta.',
  'open-device.title-ended': 'Aquela tela não recebeu acesso',
  'open-device.lead-ended': 'O acesso foi recusado ou demorou demais. Se foi você quem começou, faça com que a tela '
    + 'mostre um novo código.',
  'notice.device.unknown': 'Nenhuma tela mostra este código agora. Confira-o ou faça com que a tela mostre um novo.',
  'notice.device.taken': 'Este código já foi digitado em outro navegador. Faça com que a tela mostre um novo.',
  'open-request.title': '{application} pode saber que é você?',
  'open-request.lead': '{application} pediu {minutes, plural, =0 {agora mesmo} one {há\u00a0#\u00a0minuto} '
    + 'other {há\u00a0#\u00a0minutos}} a confirmação de que está em contato com {person}.',
  'open-request.purpose': 'Para que serve:',
  'open-request.number': 'Número que {application} mostra ou diz',
  'open-request.hint': 'Dois dígitos',
  'open-request.submit': 'Sim, sou eu',
  'open-request.warning': 'Confirme somente se foi você quem ligou ou foi até lá. {brand} não liga para pedir isto.',
  'open-request.not-me': 'Não fui eu',
  'open-request.title-done': 'Confirmado',
  'open-request.lead-done': '{application} agora sabe que é você. Você pode fechar esta página.',
  'open-request.title-ended': 'Nada foi confirmado',
  'open-request.lead-ended': '{application} recebeu um não, ou demorou demais. Se era você, peça que pergunte de novo.',
  'notice.request.wrong-number': 'Esse não é o número. Depois de três números errados, nada mais pode ser confirmado.',
  'mail.request.subject': 'É você quem está falando com {brand}?',
  'mail.request.intro': 'Alguém diz ser você. Se está em contato com {brand} agora, abra esta página, confira e '
    + 'confirme lá com o número que disserem a você:',
  'mail.request.who': 'Quem pede',
  'mail.request.why': 'Para quê',
  'mail.request.action': 'Abrir e conferir',
  'mail.request.life': 'Vale por {minutes, plural, one {# minuto} other {# minutos}}. Abrir a página não confirma '
    + 'nada.',
  'mail.request.stop': 'Se não é você, abra a página e diga isso, ou deixe estar: nada acontece sem o seu sim.',
  'mail.let-in.subject': 'Uma tela recebeu acesso à sua conta em {brand}',
  'mail.let-in.intro': 'Você permitiu que outra tela entrasse com sua conta em {brand}, pelo código que ela mostrava.',
  'mail.let-in.screen': 'Tela',
  'account.requests': 'À espera da sua resposta',
  'account.requests.text': 'A estes, alguém diz ser você.',
  'account.requests.asked': 'Pedido',
  'account.requests.look': 'Ver',
  'account.requests.look-named': 'Ver o que {name} pede',
};
