import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'Digite um código de recuperação',
  'recovery-code.lead': 'Um dos códigos que você guardou ao configurar a entrada. Ele funciona uma vez.',
  'recovery-code.label': 'Código de recuperação',
  'recovery-code.none': 'Não tenho código de recuperação',
  'account.kind.recovery-case': 'Recuperação',
  'wait.offer.title': 'Recuperar o acesso depois de uma espera',
  'wait.offer.text': 'Você pode criar uma nova forma de entrar depois de {hours, plural, one {# hora} other {# '
    + 'horas}}. Até lá, é possível interromper a recuperação a partir de qualquer endereço desta conta, para que '
    + 'ninguém mais a tome.',
  'wait.submit': 'Começar a espera',
  'wait.other-way': 'Pedir ajuda ao suporte em vez disso',
  'approve.offer.title': 'Peça ajuda ao suporte',
  'approve.offer.text': 'Fale com o suporte de {brand}; alguém lá verifica que é você. Depois do sim, leva {hours, '
    + 'plural, one {# hora} other {# horas}}, e nesse tempo é possível interromper a partir de qualquer endereço '
    + 'desta conta.',
  'approve.submit': 'Pedir ajuda ao suporte',
  'approve.other-way': 'Nenhuma das duas serve para mim',
  'recovery.asked.title': 'O suporte tem seu pedido',
  'recovery.asked.text': 'Fale com o suporte de {brand} e informe este número; lá verificam que é você. Escrevemos '
    + 'para todos os endereços desta conta assim que houver uma resposta. Você pode fechar esta página.',
  'recovery.number': 'Número do seu pedido',
  'recovery.waiting.title': 'Agora é preciso esperar',
  'recovery.waiting.text': 'Você pode continuar depois de {due}. Escrevemos para todos os endereços desta conta e '
    + 'escreveremos de novo nesse momento. Você pode fechar esta página.',
  'recovery.later': 'Voltar mais tarde',
  'refuse.recovery-waits.title': 'Seu pedido fica guardado',
  'refuse.recovery-waits.text': 'Escrevemos a você quando puder continuar. Até lá, nada muda.',
  'stop-recovery.ask.title': 'Interromper esta recuperação?',
  'stop-recovery.ask.text': 'Em {at}, alguém começou a recuperar sua conta em {brand}, a partir de: {device}. Se não '
    + 'foi você, interrompa aqui. Quem fez isso consegue ler os e-mails de um dos seus endereços: troque também a '
    + 'senha dessa caixa de e-mail.',
  'stop-recovery.somewhere': 'um dispositivo desconhecido',
  'stop-recovery.submit': 'Interromper',
  'stop-recovery.stopped.title': 'A recuperação foi interrompida',
  'stop-recovery.stopped.text': 'Ninguém entra assim na sua conta em {brand}. Troque a senha da sua caixa de e-mail '
    + 'se não foi você quem pediu.',
  'stop-recovery.too-late.title': 'Não é mais possível interromper aqui',
  'stop-recovery.too-late.text': 'Esta recuperação foi concluída ou encerrada. Se não foi você, escolha “Não fui eu” '
    + 'no último e-mail sobre ela e avise o suporte de {brand}.',
  'mail.recovery.due': 'Pode continuar depois de',
  'mail.recovery.stop': 'Se não foi você, interrompa antes disso.',
  'mail.recovery.cancel': 'Interromper esta recuperação',
  'mail.recovery.resume': 'Continuar a recuperação',
  'mail.recovery.asked.subject': 'Alguém pede para recuperar o acesso à sua conta em {brand}',
  'mail.recovery.asked.intro': 'Alguém que consegue ler os e-mails de um dos seus endereços pediu ajuda para '
    + 'recuperar o acesso à sua conta. É preciso o sim de outra pessoa e, depois, um tempo em que você pode '
    + 'interromper.',
  'mail.recovery.waiting.subject': 'Alguém está recuperando sua conta em {brand}',
  'mail.recovery.waiting.intro': 'Alguém que consegue ler os e-mails de um dos seus endereços está recuperando sua '
    + 'conta. Isso leva um tempo, para que você possa interromper.',
  'mail.recovery.ready.subject': 'Você pode continuar a recuperar sua conta em {brand}',
  'mail.recovery.ready.intro': 'A espera acabou. Quem pediu já pode criar uma nova forma de entrar.',
  'mail.recovery.finished.subject': 'Sua conta em {brand} foi recuperada',
  'mail.recovery.finished.intro': 'Alguém recuperou sua conta e criou uma nova forma de entrar. Todas as sessões que '
    + 'estavam abertas antes foram encerradas.',
  'mail.recovery.refused.subject': 'Uma recuperação da sua conta em {brand} foi recusada',
  'mail.recovery.refused.intro': 'Quem foi consultado não pôde verificar que era você quem queria recuperar o acesso '
    + 'à sua conta. Nada mudou.',
  'mail.recovery.cancelled.subject': 'Uma recuperação da sua conta em {brand} foi interrompida',
  'mail.recovery.cancelled.intro': 'A recuperação da sua conta foi interrompida a partir de um dos seus endereços. '
    + 'Nada mudou.',
};
