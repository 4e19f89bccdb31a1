import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'Olá,',
  'mail.code.subject': '{code} é seu código para {brand}',
  'mail.code.intro-sign-in': 'Use este código para entrar em {brand}:',
  'mail.code.intro-sign-up': 'Use este código para criar sua conta em {brand}:',
  'mail.code.life': 'Ele vale por {minutes, plural, one {# minuto} other {# minutos}}, uma única vez e somente na '
    + 'página em que foi pedido.',
  'mail.code.stop': 'Se você não pediu este código, não é preciso fazer nada: sem ele, ninguém entra. {brand} nunca o '
    + 'pedirá por telefone nem por mensagem.',
  'mail.no-account.subject': 'Entrada em {brand}',
  'mail.no-account.intro': 'Alguém informou este endereço para entrar em {brand}, mas não há conta com ele.',
  'mail.no-account.sign-up': 'Se foi você, talvez tenha usado outro endereço, ou pode criar uma conta.',
  'mail.no-account.other': 'Se foi você, talvez tenha usado outro endereço.',
  'mail.no-account.action': 'Criar uma conta',
  'mail.no-account.stop': 'Se não foi você, não é preciso fazer nada.',
  'mail.invitation.subject': 'Sua conta em {brand}',
  'mail.invitation.intro': '{brand} preparou uma conta para você. Escolha como quer entrar; leva cerca de um minuto.',
  'mail.invitation.again': '{brand} criou um link com o qual você pode configurar de novo como entra, por exemplo '
    + 'depois da perda de um dispositivo.',
  'mail.invitation.life-minutes': 'O link funciona uma vez e por {minutes, plural, one {# minuto} other {# minutos}}. '
    + 'Depois disso, peça um novo.',
  'mail.invitation.action': 'Configurar a entrada',
  'mail.invitation.life': 'O link funciona uma vez e por {hours, plural, one {# hora} other {# horas}}. Depois disso, '
    + 'peça um novo.',
  'mail.invitation.stop': 'Se você não esperava isto, não use o link e avise {brand}.',
  'mail.changed.passkey-added.subject': 'Uma chave de acesso foi adicionada à sua conta em {brand}',
  'mail.changed.passkey-added.intro': 'Uma chave de acesso foi adicionada à sua conta. A partir de agora, é possível '
    + 'entrar com ela.',
  'mail.changed.password-set.subject': 'A senha da sua conta em {brand} foi alterada',
  'mail.changed.password-set.intro': 'A senha da sua conta foi definida ou alterada.',
  'mail.changed.totp-added.subject': 'Um app autenticador foi adicionado à sua conta em {brand}',
  'mail.changed.totp-added.intro': 'Um app autenticador foi adicionado à sua conta. A partir de agora, é possível '
    + 'entrar com os códigos dele.',
  'mail.changed.removed.subject': 'Uma forma de entrar foi removida da sua conta em {brand}',
  'mail.changed.removed.intro': 'Uma forma de entrar foi removida da sua conta.',
  'mail.changed.recovery-codes-made.subject': 'Novos códigos de recuperação para sua conta em {brand}',
  'mail.changed.recovery-codes-made.intro': 'Novos códigos de recuperação foram criados para sua conta. Os anteriores '
    + 'não funcionam mais.',
  'mail.changed.recovery-begun.subject': 'A recuperação da sua conta em {brand} começou',
  'mail.changed.recovery-begun.intro': 'Alguém começou a recuperar o acesso à sua conta, como se tivesse perdido o que serve para '
    + 'entrar. Nada mudou ainda.',
  'mail.changed.recovery-code-used.subject': 'Um código de recuperação da sua conta em {brand} foi usado',
  'mail.changed.recovery-code-used.intro': 'Alguém usou um dos códigos de recuperação da sua conta para recuperar o '
    + 'acesso a ela.',
  'mail.changed.link-made.subject': 'Um link para configurar a entrada foi criado para sua conta em {brand}',
  'mail.changed.link-made.intro': 'O suporte criou um link com o qual é possível configurar uma nova forma de entrar '
    + 'na sua conta. Ele funciona uma vez, por alguns minutos.',
  'mail.changed.when': 'Quando',
  'mail.changed.where': 'De onde',
  'mail.changed.account': 'Conta',
  'mail.changed.yours': 'Se foi você, não é preciso fazer nada.',
  'mail.changed.stop': 'Se não foi você, avise já o suporte de {brand}. Ele pode fechar a conta para outras pessoas e '
    + 'desfazer a mudança.',
  'mail.changed.action': 'Avisar o suporte',
  'mail.new-sign-in.subject': 'Uma entrada fora do comum na sua conta em {brand}',
  'mail.new-sign-in.intro': 'Alguém entrou na sua conta em {brand} de um jeito diferente do habitual. Se foi '
    + 'você, não há nada a fazer.',
  'mail.new-sign-in.country': 'País',
  'mail.not-me.stop': 'Se não foi você, diga aqui: todas as sessões da sua conta são encerradas, e as mudanças que '
    + 'ainda esperam são interrompidas.',
  'mail.not-me.action': 'Não fui eu',
  'mail.notice.subject': 'Algo aconteceu na sua conta em {brand}',
  'mail.delayed.subject': 'Uma mudança na sua conta em {brand} está em espera',
  'mail.delayed.intro': 'Alguém com sessão aberta na sua conta pediu uma mudança. Ela só passa a valer mais tarde, '
    + 'para que você possa interrompê-la.',
  'mail.delayed.what': 'O quê',
  'mail.delayed.due': 'Passa a valer',
  'mail.delayed.stop': 'Se você não a quer, interrompa-a antes disso.',
  'mail.delayed.cancel': 'Interromper esta mudança',
  'mail.action.done.subject': 'Algo foi feito na sua conta em {brand}',
  'mail.action.done': 'Alguém com sessão aberta na sua conta fez o seguinte. Nada foi bloqueado; é só um aviso.',
  'mail.action.in-review.subject': 'Uma mudança na sua conta em {brand} está em análise',
  'mail.action.in-review': 'Alguém com sessão aberta na sua conta pediu o seguinte. Só será feito depois que uma pessoa de '
    + '{brand} analisar o pedido.',
  'mail.action.approved.subject': 'Uma mudança na sua conta em {brand} foi autorizada',
  'mail.action.approved': 'Uma pessoa de {brand} analisou o pedido e disse sim. Quem o fez já pode concluí-lo, uma única '
    + 'vez, dentro de uma semana.',
  'mail.action.refused.subject': 'Uma mudança na sua conta em {brand} foi recusada',
  'mail.action.refused': 'Uma pessoa de {brand} analisou o pedido e disse não. Nada foi alterado.',
  'mail.action.expired.subject': 'Uma mudança na sua conta em {brand} não foi feita',
  'mail.action.expired': 'Ninguém de {brand} pôde analisar o pedido a tempo. Nada foi alterado; é possível pedir de novo.',
  'mail.footer': 'Enviado por {brand} para {address}, por causa do que está descrito acima. Isto não é publicidade.',
};
