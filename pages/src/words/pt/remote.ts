import type { RemoteWords } from '../en/remote.ts';

export const remote: RemoteWords = {
  'remote.gets': 'Este aplicativo poderia:',
  'open-device.title': 'Entrar em outra tela',
  'open-device.lead': 'Digite o código que a tela à sua frente mostra. Você entra aqui, no seu próprio dispositivo.',
  'open-device.code': 'Código na tela',
  'open-device.hint': 'Oito letras; espaços e hifens não importam',
  'open-device.title-confirm': 'Entrar em {application}?',
  'open-device.lead-confirm': 'Uma tela de {application} pediu isto {minutes, plural, =0 {agora mesmo} one {há # '
    + 'minuto} other {há # minutos}}.',
  'open-device.compare': 'A tela deve mostrar o mesmo código',
  'open-device.warning': 'Continue somente se você está diante daquela tela. {brand} nunca envia um código a você; '
    + 'quem faz isso quer entrar na sua conta.',
  'open-device.submit': 'Dar acesso àquela tela como {person}',
  'open-device.submit-sign-in': 'Entrar e dar acesso àquela tela',
  'open-device.refuse': 'Eu não pedi isto',
  'open-device.switch': 'Entrar como outra pessoa',
  'open-device.title-done': 'Você entrou naquela tela',
  'open-device.lead-done': 'Ela continua sozinha. Você pode encerrar a sessão a qualquer momento: saia lá ou encerre-a '
    + 'na sua conta.',
  'open-device.title-ended': 'Aquela tela não recebeu acesso',
  'open-device.lead-ended': 'O acesso foi recusado, ou demorou demais. Se foi você quem começou, faça com que a tela '
    + 'mostre um novo código.',
  'notice.device.unknown': 'Nenhuma tela mostra este código agora. Confira-o ou faça com que a tela mostre um novo.',
  'notice.device.taken': 'Este código já foi digitado em outro navegador. Faça com que a tela mostre um novo.',
  'open-request.title': 'Confirmar a {application} que é você?',
  'open-request.lead': '{application} pediu {minutes, plural, =0 {agora mesmo} one {há # minuto} other {há # minutos}} '
    + 'a confirmação de que está tratando com {person}.',
  'open-request.purpose': 'Para que serve:',
  'open-request.number': 'Número que {application} mostra ou diz a você',
  'open-request.hint': 'Dois dígitos',
  'open-request.submit': 'Sim, sou eu',
  'open-request.warning': 'Confirme somente se foi você quem ligou ou foi até lá. {brand} não liga para você para '
    + 'pedir isto.',
  'open-request.not-me': 'Não fui eu',
  'open-request.title-done': 'Confirmado',
  'open-request.lead-done': '{application} agora sabe que é você. Você pode fechar esta página.',
  'open-request.title-ended': 'Nada foi confirmado',
  'open-request.lead-ended': '{application} recebeu um não, ou demorou demais. Se era você, peça para tentar de novo.',
  'notice.request.wrong-number': 'Esse não é o número. Depois de três errados, nada mais pode ser confirmado.',
  'mail.request.subject': 'É você quem está falando com {brand}?',
  'mail.request.intro': 'Alguém diz ser você. Se você está falando com {brand} agora, abra esta página, leia e '
    + 'confirme lá com o número que disserem a você:',
  'mail.request.who': 'Quem pede',
  'mail.request.why': 'Para quê',
  'mail.request.action': 'Abrir e ver',
  'mail.request.life': 'A página funciona por {minutes, plural, one {# minuto} other {# minutos}}. Abri-la não '
    + 'confirma nada.',
  'mail.request.stop': 'Se não é você, abra a página e diga isso, ou deixe como está: nada acontece sem seu sim.',
  'mail.let-in.subject': 'Uma tela recebeu acesso à sua conta de {brand}',
  'mail.let-in.intro': 'Você deixou outra tela entrar com sua conta de {brand}, pelo código que ela mostrava.',
  'mail.let-in.screen': 'Tela',
  'account.requests': 'À espera da sua resposta',
  'account.requests.text': 'Alguém diz a estes aplicativos que é você.',
  'account.requests.asked': 'Pedido em',
  'account.requests.look': 'Ver',
  'account.requests.look-named': 'Ver o que {name} pede',
};
