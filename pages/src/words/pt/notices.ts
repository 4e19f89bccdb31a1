import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'Falta mais uma etapa',
  'refuse.not-strong-enough.text': 'O que você vai fazer exige uma forma de entrar mais forte do que as desta conta, '
    + 'como uma chave de acesso. Adicione uma e tente de novo.',
  'refuse.other-account.title': 'Esta é outra conta',
  'refuse.other-account.text': 'Era preciso confirmar com a conta em que você já entrou. Nada foi alterado.',
  'refuse.suspended.title': 'Esta conta está suspensa',
  'refuse.suspended.text': 'Por enquanto, ninguém pode entrar com ela. O suporte de {brand} pode dizer o motivo e o '
    + 'que fazer.',
  'refuse.try-later.title': 'Tentativas demais',
  'refuse.try-later.text': 'Para proteger a conta, há uma pausa agora. Espere alguns minutos e tente de novo.',
  'refuse.no-recovery.title': 'Isto precisa da ajuda de uma pessoa',
  'refuse.no-recovery.text': 'Sem um código de recuperação, nada aqui pode mostrar que a conta é sua. O suporte de '
    + '{brand} pode ajudar. Nada foi alterado.',
  'notice.input.missing': 'Preencha este campo.',
  'notice.input.invalid': 'Isto não parece certo. Confira.',
  'notice.input.stale': 'Esta página estava desatualizada. Este é o ponto em que você está agora.',
  'notice.input.too-long': 'Isto é mais longo do que pode ser usado aqui.',
  'notice.email.invalid': 'Digite um endereço de e-mail como nome@example.com.',
  'notice.code.wrong': 'Esse não é o código.{tries, plural, =-1 {} =0 {} one { Resta uma tentativa.} other { Restam # '
    + 'tentativas.}}',
  'notice.code.expired': 'O prazo desse código terminou. Envie um novo.',
  'notice.code.no-tries-left': 'Houve tentativas demais com este código. Envie um novo.',
  'notice.code.sent-again': 'Um novo código está a caminho. Só o mais recente funciona.',
  'notice.code.wait': 'Um código foi enviado há pouco. {seconds, plural, =-1 {Espere um pouco antes de enviar outro.} '
    + 'one {Espere # segundo antes de enviar outro.} other {Espere # segundos antes de enviar outro.}}',
  'notice.password.wrong': 'A senha e a conta não correspondem.',
  'notice.password.too-short': '{minimum, plural, =-1 {Curta demais. Use mais caracteres.} one {Use pelo menos # '
    + 'caractere.} other {Use pelo menos # caracteres.}}',
  'notice.password.too-long': 'Isto é mais longo do que pode ser usado aqui.',
  'notice.password.common': 'Esta senha está em listas que invasores usam. Escolha outra.',
  'notice.password.contains-context': 'Esta senha contém seu nome, seu endereço ou o nome deste serviço. Escolha '
    + 'outra.',
  'notice.totp.wrong': 'Esse não é o código. Confira se o relógio do seu dispositivo está certo e use o código mais '
    + 'recente.',
  'notice.totp.used': 'Esse código já foi usado. Espere o próximo.',
  'notice.recovery-code.wrong': 'Esse código está errado ou já foi usado. Confira-o ou use outro dos seus códigos.',
  'notice.passkey.refused': 'Não foi possível verificar essa chave de acesso. Tente de novo ou use outra forma.',
  'notice.passkey.cancelled': 'A chave de acesso não foi usada. Tente de novo ou use outra forma.',
  'notice.passkey.other-door': 'Essa chave de acesso pertence a outra página de acesso{door, select, none {} other { '
    + '({door})}}. Use-a lá ou escolha outra aqui.',
  'notice.passkey.exists': 'Este dispositivo já tem uma chave de acesso para esta conta.',
  'notice.throttled': 'Tentativas demais por enquanto. {minutes, plural, =-1 {Espere um pouco e tente de novo.} one '
    + '{Espere # minuto e tente de novo.} other {Espere # minutos e tente de novo.}}',
  'notice.script.needed': 'Esta etapa precisa de JavaScript. Ative-o ou use outra forma.',
};
