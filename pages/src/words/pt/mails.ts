import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'Olá,',
  'mail.code.subject': '{code} é seu código para {brand}',
  'mail.code.intro-sign-in': 'Use este código para entrar em {brand}:',
  'mail.code.intro-sign-up': 'Use este código para criar sua conta em {brand}:',
  'mail.code.life': 'Ele funciona por {minutes, plural, one {# minuto} other {# minutos}}, uma vez, e somente na '
    + 'página em que você o pediu.',
  'mail.code.stop': 'Se você não pediu, não precisa fazer nada: sem este código, ninguém entra. {brand} nunca pedirá o '
    + 'código por telefone ou mensagem.',
  'mail.no-account.subject': 'Acesso a {brand}',
  'mail.no-account.intro': 'Alguém digitou este endereço para entrar em {brand}, mas não há conta com ele.',
  'mail.no-account.sign-up': 'Se foi você, talvez tenha usado outro endereço; se não, você pode criar uma conta.',
  'mail.no-account.other': 'Se foi você, talvez tenha usado outro endereço.',
  'mail.no-account.action': 'Criar uma conta',
  'mail.no-account.stop': 'Se não foi você, não precisa fazer nada.',
  'mail.invitation.subject': 'Sua conta de {brand}',
  'mail.invitation.intro': '{brand} preparou uma conta para você. Escolha como quer entrar; leva cerca de um minuto.',
  'mail.invitation.again': '{brand} criou um link com o qual você pode configurar de novo como entra, por exemplo '
    + 'depois de perder um dispositivo.',
  'mail.invitation.life-minutes': 'O link funciona uma vez e por {minutes, plural, one {# minuto} other {# minutos}}. '
    + 'Depois disso, peça um novo.',
  'mail.invitation.action': 'Configurar o acesso',
  'mail.invitation.life': 'O link funciona uma vez e por {hours, plural, one {# hora} other {# horas}}. Depois disso, '
    + 'peça um novo.',
  'mail.invitation.stop': 'Se você não esperava este e-mail, não use o link e avise {brand}.',
  'mail.changed.passkey-added.subject': 'Uma chave de acesso foi adicionada à sua conta de {brand}',
  'mail.changed.passkey-added.intro': 'Uma chave de acesso foi adicionada à sua conta. A partir de agora, ela pode ser '
    + 'usada para entrar.',
  'mail.changed.password-set.subject': 'A senha da sua conta de {brand} foi alterada',
  'mail.changed.password-set.intro': 'A senha da sua conta foi criada ou alterada.',
  'mail.changed.totp-added.subject': 'Um aplicativo de autenticação foi adicionado à sua conta de {brand}',
  'mail.changed.totp-added.intro': 'Um aplicativo de autenticação foi adicionado à sua conta. A partir de agora, os '
    + 'códigos dele podem ser usados para entrar.',
  'mail.changed.removed.subject': 'Uma forma de entrar foi removida da sua conta de {brand}',
  'mail.changed.removed.intro': 'Uma forma de entrar foi removida da sua conta.',
  'mail.changed.recovery-codes-made.subject': 'Novos códigos de recuperação para sua conta de {brand}',
  'mail.changed.recovery-codes-made.intro': 'Novos códigos de recuperação foram criados para sua conta. Os anteriores '
    + 'não funcionam mais.',
  'mail.changed.recovery-code-used.subject': 'Um código de recuperação da sua conta de {brand} foi usado',
  'mail.changed.recovery-code-used.intro': 'Alguém usou um dos códigos de recuperação da sua conta para voltar a '
    + 'entrar nela.',
  'mail.changed.link-made.subject': 'Um link para configurar o acesso foi criado para sua conta de {brand}',
  'mail.changed.link-made.intro': 'O suporte criou um link com o qual uma nova forma de entrar pode ser configurada '
    + 'para sua conta. Ele funciona uma vez, por alguns minutos.',
  'mail.changed.when': 'Quando',
  'mail.changed.where': 'Origem',
  'mail.changed.account': 'Conta',
  'mail.changed.yours': 'Se foi você, não precisa fazer nada.',
  'mail.changed.stop': 'Se não foi você, avise imediatamente o suporte de {brand}. Eles podem fechar a conta a outras '
    + 'pessoas e desfazer a alteração.',
  'mail.changed.action': 'Avisar o suporte',
  'mail.not-me.stop': 'Se não foi você, avise aqui: todas as sessões da sua conta são encerradas, e as alterações que '
    + 'ainda estão em espera são interrompidas.',
  'mail.not-me.action': 'Não fui eu',
  'mail.notice.subject': 'Algo aconteceu na sua conta de {brand}',
  'mail.delayed.subject': 'Uma alteração na sua conta de {brand} está em espera',
  'mail.delayed.intro': 'Alguém que entrou na sua conta pediu uma alteração. Ela só entra em vigor mais tarde, para '
    + 'que você possa interrompê-la.',
  'mail.delayed.what': 'O quê',
  'mail.delayed.due': 'Entra em vigor',
  'mail.delayed.stop': 'Se você não a quer, interrompa-a antes disso.',
  'mail.delayed.cancel': 'Interromper esta alteração',
  'mail.footer': 'Enviado por {brand} para {address}, pelo motivo descrito acima. Isto não é publicidade.',
};
