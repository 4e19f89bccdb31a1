import type { DeviceWords } from '../en/devices.ts';

export const devices: DeviceWords = {
  'way.email-link': 'Receber um link por e-mail',
  'waits.itself': 'Esta página continua sozinha.',
  'email-link.title': 'Abra o link no seu e-mail',
  'email-link.lead': 'Se este endereço puder ser usado aqui, um link está a caminho. Ele vale por {minutes, plural, '
    + 'one {# minuto} other {# minutos}}, aqui ou em outro dispositivo.',
  'email-link.number': 'Em outro dispositivo, este número é pedido',
  'email-link.submit': 'Já abri o link',
  'email-link.again': 'Enviar um novo link',
  'email-link.hint': 'Nada chegou? Olhe na pasta de spam ou envie um novo link.',
  'open-link.title-here': 'Continue aqui',
  'open-link.lead-here': 'Você começou neste navegador. Continue, e a entrada é feita aqui.',
  'open-link.title-sign-in': 'Você está entrando em outra tela?',
  'open-link.title-sign-up': 'Você está criando uma conta em outra tela?',
  'open-link.lead': 'Alguém quer continuar em {application}, usando {device}, e começou {minutes, plural, =0 {agora '
    + 'mesmo} one {há\u00a0#\u00a0minuto} other {há\u00a0#\u00a0minutos}}. Dizer sim abre a conta naquela tela, não '
    + 'nesta.',
  'open-link.some-browser': 'outro navegador',
  'open-link.number': 'Número naquela tela',
  'open-link.hint': 'Dois dígitos, na tela em que você começou',
  'open-link.warning': 'Digite-o somente se aquela tela estiver à sua frente. {brand} nunca diz um número por '
    + 'telefone nem por mensagem; quem faz isso quer entrar na sua conta.',
  'open-link.submit': 'Permitir naquela tela',
  'open-link.not-me': 'Não pedi isto',
  'open-link.title-confirmed': 'Aqui está feito',
  'open-link.lead-confirmed': 'Volte à tela em que começou: ela continua sozinha. Você pode fechar esta página.',
  'open-link.title-ended': 'Este link foi bloqueado',
  'open-link.lead-ended': 'Ninguém entra com ele. Se foi você quem começou, envie um novo link a partir da tela em que '
    + 'começou.',
  'notice.link.not-yet': 'Ninguém confirmou o link ainda. Abra-o no seu e-mail e volte aqui.',
  'notice.link.ended': 'O link foi bloqueado, por quem o leu ou por números errados. Envie um novo.',
  'notice.link.expired': 'O prazo deste link acabou. Envie um novo.',
  'notice.link.sent-again': 'Um novo link está a caminho. Só o mais recente funciona, com o número mostrado aqui '
    + 'agora.',
  'notice.link.wait': 'Este endereço recebeu e-mails demais há pouco. Espere um pouco antes de enviar outro.',
  'notice.link.wrong-number': 'Esse não é o número da outra tela. Depois de três números errados, o link é bloqueado.',
  'mail.link.subject': 'Seu link para {brand}',
  'mail.link.intro-sign-in': 'Alguém, esperamos que você, quer entrar em {brand}. Se foi você, abra este link:',
  'mail.link.intro-sign-up': 'Alguém, esperamos que você, quer criar uma conta em {brand}. Se foi você, abra este '
    + 'link:',
  'mail.link.action': 'Abrir e continuar',
  'mail.link.life': 'Ele funciona uma vez, por {minutes, plural, one {# minuto} other {# minutos}}. Em um dispositivo '
    + 'diferente daquele em que você começou, é pedido o número mostrado lá.',
  'mail.link.stop': 'Se você não pediu este link, não o abra nem o encaminhe: sem ele, ninguém entra.',
  'collect.optional': '{label} (opcional)',
  'collect.skip': 'Agora não',
  'accept-text.whole': 'Ler o texto completo',
  'accept-text.submit': 'Concordo',
  'accept-text.decline': 'Não concordo',
  'handoff.title': 'Continue em outro dispositivo',
  'handoff.lead': 'Escaneie a imagem com o outro dispositivo ou digite o código lá. Ele vale por {minutes, plural, one '
    + '{# minuto} other {# minutos}}.',
  'handoff.picture': 'Código QR que leva à página para o outro dispositivo',
  'handoff.code': 'Código, para digitar em {place}',
  'handoff.submit': 'Já digitei lá',
  'handoff.stay': 'Continuar aqui',
  'handoff.again': 'Mostrar um novo código',
  'handoff.title-confirm': 'Este é o seu outro dispositivo?',
  'handoff.lead-confirm': 'Alguém chegou com o código, usando {device}. Digite o número que seu outro dispositivo '
    + 'mostra, e tudo continua lá.',
  'handoff.number': 'Número no outro dispositivo',
  'handoff.move': 'Continuar lá',
  'handoff.not-mine': 'Esse dispositivo não é meu',
  'handoff.warning': 'Digite somente um número que você vê em um dispositivo seu. Quem lhe diz um número quer '
    + 'continuar no seu lugar.',
  'handoff.title-arrived': 'Continue aqui',
  'handoff.lead-arrived': 'O que você começou no outro dispositivo continua aqui.',
  'open-handoff.title': 'Continue a partir de outro dispositivo',
  'open-handoff.lead': 'Digite o código que {brand} mostra no dispositivo em que você começou.',
  'open-handoff.code': 'Código do outro dispositivo',
  'open-handoff.hint': 'Oito letras e dígitos; espaços não importam',
  'open-handoff.title-sign-up': 'Crie aqui sua conta em {brand}',
  'open-handoff.title-sign-in': 'Entre aqui em {brand}',
  'open-handoff.title-step-up': 'Confirme aqui, para {brand}, que é você',
  'open-handoff.title-enrol': 'Configure aqui como entrar em {brand}',
  'open-handoff.title-recover': 'Recupere aqui o acesso à sua conta em {brand}',
  'open-handoff.lead-wait': 'Falta uma coisa: digite este número no dispositivo em que você começou. Se ele não '
    + 'estiver à sua frente, feche esta página.',
  'open-handoff.number': 'Número para o primeiro dispositivo',
  'open-handoff.submit': 'Já digitei lá',
  'open-handoff.title-ended': 'Isto não passou para cá',
  'open-handoff.lead-ended': 'O dispositivo em que você começou disse não, ou demorou demais. Continue lá ou faça com '
    + 'que ele mostre um novo código.',
  'notice.handoff.not-yet': 'Nenhum outro dispositivo chegou com o código ainda.',
  'notice.handoff.ended': 'Demorou demais, ou o número estava errado três vezes. Aqui está um novo código.',
  'notice.handoff.wrong-number': 'Esse não é o número do outro dispositivo.',
  'notice.handoff.unknown': 'Esse código não funciona. Confira-o ou faça com que o outro dispositivo mostre um novo.',
  'notice.handoff.taken': 'Outro dispositivo já chegou com este código. Faça com que o primeiro dispositivo mostre um '
    + 'novo.',
  'notice.handoff.waiting': 'O número ainda não foi digitado no primeiro dispositivo.',
};
