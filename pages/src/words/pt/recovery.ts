import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'Digite um código de recuperação',
  'recovery-code.lead': 'Um dos códigos que você guardou ao configurar o acesso. Ele funciona uma vez.',
  'recovery-code.label': 'Código de recuperação',
  'recovery-code.none': 'Não tenho um código de recuperação',
  'account.kind.recovery-case': 'Recuperação',
  'wait.offer.title': 'Recuperar o acesso esperando',
  'wait.offer.text': 'Você poderá criar uma nova forma de entrar depois de {hours, plural, one {# hora} other {# '
    + 'horas}}. Até lá, é possível interromper tudo a partir de qualquer endereço desta conta, para que mais ninguém '
    + 'possa tomá-la.',
  'wait.submit': 'Começar a espera',
  'wait.other-way': 'Prefiro pedir ao suporte',
  'approve.offer.title': 'Peça ajuda ao suporte',
  'approve.offer.text': 'Fale com o suporte de {brand}; alguém de lá confere se é você. Depois do sim, há uma espera '
    + 'de {hours, plural, one {# hora} other {# horas}}, em que é possível interromper tudo a partir de qualquer '
    + 'endereço desta conta.',
  'approve.submit': 'Pedir ao suporte',
  'approve.other-way': 'Nenhuma das duas me serve',
  'recovery.asked.title': 'O suporte recebeu seu pedido',
  'recovery.asked.text': 'Fale com o suporte de {brand} e diga este número; eles conferem se é você. Escreveremos para '
    + 'todos os endereços desta conta assim que houver uma resposta. Você pode fechar esta página.',
  'recovery.number': 'Número do seu pedido',
  'recovery.waiting.title': 'Agora é preciso esperar',
  'recovery.waiting.text': 'Você poderá continuar depois de {due}. Escrevemos para todos os endereços desta conta e '
    + 'escreveremos de novo nesse momento. Você pode fechar esta página.',
  'recovery.later': 'Voltar mais tarde',
  'refuse.recovery-waits.title': 'Seu pedido está guardado',
  'refuse.recovery-waits.text': 'Escreveremos quando você puder continuar. Até lá, nada muda.',
  'stop-recovery.ask.title': 'Interromper esta recuperação?',
  'stop-recovery.ask.text': 'Em {at}, alguém começou a recuperar o acesso à sua conta de {brand}, a partir de: '
    + '{device}. Se não foi você, interrompa aqui. Quem fez isso pode ler os e-mails de um dos seus endereços: mude '
    + 'também a senha dessa caixa de e-mail.',
  'stop-recovery.somewhere': 'um dispositivo desconhecido',
  'stop-recovery.submit': 'Interromper',
  'stop-recovery.stopped.title': 'Foi interrompida',
  'stop-recovery.stopped.text': 'Ninguém entra assim na sua conta de {brand}. Se não foi você quem pediu, mude a senha '
    + 'da sua caixa de e-mail.',
  'stop-recovery.too-late.title': 'Não é mais possível interromper aqui',
  'stop-recovery.too-late.text': 'Esta recuperação foi concluída ou encerrada. Se não foi você, escolha “Não fui eu” '
    + 'no último e-mail sobre ela e avise o suporte de {brand}.',
  'mail.recovery.due': 'Pode continuar após',
  'mail.recovery.stop': 'Se não foi você, interrompa antes disso.',
  'mail.recovery.cancel': 'Interromper esta recuperação',
  'mail.recovery.resume': 'Continuar a recuperação',
  'mail.recovery.asked.subject': 'Alguém pede para recuperar o acesso à sua conta de {brand}',
  'mail.recovery.asked.intro': 'Alguém que pode ler os e-mails de um dos seus endereços pediu ajuda para recuperar o '
    + 'acesso à sua conta. Isso exige o sim de outra pessoa e, depois, um tempo em que você pode interromper tudo.',
  'mail.recovery.waiting.subject': 'Alguém está recuperando o acesso à sua conta de {brand}',
  'mail.recovery.waiting.intro': 'Alguém que pode ler os e-mails de um dos seus endereços está recuperando o acesso à '
    + 'sua conta. Isso leva tempo, para que você possa interromper a recuperação.',
  'mail.recovery.ready.subject': 'Você pode continuar a recuperar o acesso à sua conta de {brand}',
  'mail.recovery.ready.intro': 'A espera terminou. Quem fez o pedido já pode criar uma nova forma de entrar.',
  'mail.recovery.finished.subject': 'O acesso à sua conta de {brand} foi recuperado',
  'mail.recovery.finished.intro': 'Alguém recuperou o acesso à sua conta e criou uma nova forma de entrar. Todas as '
    + 'sessões abertas antes foram encerradas.',
  'mail.recovery.refused.subject': 'Uma recuperação da sua conta de {brand} foi recusada',
  'mail.recovery.refused.intro': 'Quem recebeu o pedido não conseguiu ter certeza de que era você quem queria voltar à '
    + 'sua conta. Nada mudou.',
  'mail.recovery.cancelled.subject': 'Uma recuperação da sua conta de {brand} foi interrompida',
  'mail.recovery.cancelled.intro': 'A recuperação da sua conta foi interrompida a partir de um dos seus endereços. '
    + 'Nada mudou.',
};
