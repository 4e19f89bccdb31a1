import type { DecisionWords } from '../en/decisions.ts';

export const decisions: DecisionWords = {
  'because.asked': 'Por que perguntamos',
  'because.title': 'Por quê',
  'because.device-new': 'Este navegador é novo para a sua conta.',
  'because.place-new': 'Você está em um país diferente do habitual.',
  'because.connection-new': 'Você está conectado à internet de um jeito diferente do habitual.',
  'because.time-unusual': 'Você está aqui em um horário diferente do habitual.',
  'because.recovery-under-way': 'Alguém está recuperando o acesso a esta conta neste momento. Se não for você, o link da nossa mensagem '
    + 'interrompe isso.',
  'because.recovered-lately': 'O acesso a esta conta foi recuperado há pouco tempo.',
  'because.contact-changed': 'Um endereço ou número desta conta foi alterado há pouco tempo.',
  'because.credential-changed': 'Uma forma de entrar nesta conta foi alterada há pouco tempo.',
  'because.proof-old': 'Faz algum tempo que você não confirma que é você.',
  'because.unusual': 'Algo nesta entrada não está como de costume.',
  'answer.challenge': 'Confirme que é você e tente de novo.',
  'answer.delay': 'Isso só terá efeito mais tarde, para que você possa interromper se não foi você. Escrevemos para você.',
  'answer.review': 'Alguém precisa analisar isso primeiro. Tente mais tarde; escrevemos para você.',
  'answer.deny': 'Isso não é possível no momento.',
  'held.delay.title': 'Isso precisa esperar',
  'held.delay.text': 'Nada mudou ainda. Volte depois do momento indicado abaixo e faça de novo; aí a alteração será feita. '
    + 'Avisamos todos os seus endereços e números. Se não foi você, o link dessa mensagem interrompe tudo.',
  'held.delay.until': 'Possível a partir de',
  'held.review.title': 'Alguém precisa analisar isso primeiro',
  'held.review.text': 'Nada mudou ainda. Alguém em {brand} analisa isso até o momento indicado abaixo. Depois de um sim, volte e '
    + 'faça de novo; aí a alteração será feita.',
  'held.review.until': 'Analisado até',
  'held.deny.title': 'Isso não pode ser feito agora',
  'held.deny.text': 'Nada mudou. Saia, entre de novo em um dispositivo que você já usou aqui e tente mais uma vez. Se não '
    + 'resolver, fale com o suporte de {brand}.',
  'account.news.confirmed': 'Está confirmado que é você. Agora salve as alterações mais uma vez.',
  'account.did.decision.made': 'Algo foi pedido na sua conta',
  'account.decided.notify': 'Foi feito, e você foi avisado',
  'account.decided.challenge': 'Foi pedida uma confirmação de que é você',
  'account.decided.delay': 'Precisa esperar',
  'account.decided.review': 'Alguém analisa isso primeiro',
  'account.decided.deny': 'Foi recusado',
};
