import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'Falta um passo',
  'refuse.not-strong-enough.text': 'O que você quer fazer exige uma forma de entrar mais forte do que as desta conta, '
    + 'como uma chave de acesso. Adicione uma e tente de novo.',
  'refuse.other-account.title': 'Esta é outra conta',
  'refuse.other-account.text': 'A confirmação era para a conta em que você já entrou. Nada foi alterado.',
  'refuse.suspended.title': 'Esta conta está suspensa',
  'refuse.suspended.text': 'Por enquanto, ninguém pode entrar com ela. O suporte de {brand} pode dizer por que e o que '
    + 'fazer.',
  'refuse.try-later.title': 'Tentativas demais',
  'refuse.try-later.text': 'Para proteger a conta, há agora uma pausa. Espere alguns minutos e tente de novo.',
  'refuse.no-recovery.title': 'Aqui é preciso a ajuda de uma pessoa',
  'refuse.no-recovery.text': 'Sem um código de recuperação, nada aqui pode mostrar que a conta é sua. O suporte de '
    + '{brand} pode ajudar. Nada foi alterado.',
  'notice.input.missing': 'Preencha este campo.',
  'notice.input.invalid': 'Isto não parece certo. Confira o que foi digitado.',
  'notice.input.stale': 'A página estava desatualizada. Este é o ponto em que você está agora.',
  'notice.input.too-long': 'Isto é mais longo do que se pode usar aqui.',
  'notice.email.invalid': 'Informe um endereço de e-mail como name@example.com.',
  'notice.code.wrong': 'Esse não é o código.{tries, plural, =-1 {} =0 {} one { Resta uma tentativa.} other { Restam # '
    + 'tentativas.}}',
  'notice.code.expired': 'O prazo desse código acabou. Envie um novo.',
  'notice.code.no-tries-left': 'Houve tentativas demais com este código. Envie um novo.',
  'notice.code.sent-again': 'Um novo código está a caminho. Só o mais recente funciona.',
  'notice.code.wait': 'Um código acabou de ser enviado. {seconds, plural, =-1 {Espere um pouco antes de enviar outro.} '
    + 'one {Espere # segundo antes de enviar outro.} other {Espere # segundos antes de enviar outro.}}',
  'notice.password.wrong': 'A senha e a conta não combinam.',
  'notice.password.too-short': '{minimum, plural, =-1 {Está curta demais. Use mais caracteres.} one {Use no mínimo # '
    + 'caractere.} other {Use no mínimo # caracteres.}}',
  'notice.password.too-long': 'Isto é mais longo do que se pode usar aqui.',
  'notice.password.common': 'Esta senha consta de listas usadas em ataques. Escolha outra.',
  'notice.password.contains-context': 'Esta senha contém seu nome, seu endereço ou o nome deste serviço. Escolha '
    + 'outra.',
  'notice.totp.wrong': 'Esse não é o código. Confira se o relógio do dispositivo está certo e use o código mais '
    + 'recente.',
  'notice.totp.used': 'Esse código já foi usado. Espere o próximo.',
  'notice.recovery-code.wrong': 'Esse código está errado ou já foi usado. Confira-o ou use outro dos seus códigos.',
  'notice.passkey.refused': 'Não foi possível verificar essa chave de acesso. Tente de novo ou use outra forma.',
  'notice.passkey.cancelled': 'A chave de acesso não foi usada. Tente de novo ou use outra forma.',
  'notice.passkey.other-door': 'Essa chave de acesso pertence a outra entrada{door, select, none {} other { '
    + '({door})}}. Use-a lá ou escolha outra aqui.',
  'notice.passkey.exists': 'Este dispositivo já tem uma chave de acesso para esta conta.',
  'notice.work.not-yet': 'Ainda não deu certo. {seconds, plural, =-1 {Espere um pouco e continue.} one {Espere # segundo e '
    + 'continue.} other {Espere # segundos e continue.}}',
  'notice.action.held': 'Isto está suspenso por enquanto: precisa esperar ou de mais uma prova de que é você. Comece '
    + 'de novo na página da sua conta, que diz por quê.',
  'notice.throttled': 'Tentativas demais por enquanto. {minutes, plural, =-1 {Espere um pouco e tente de novo.} one '
    + '{Espere # minuto e tente de novo.} other {Espere # minutos e tente de novo.}}',
  'notice.script.needed': 'Este passo precisa de JavaScript. Ative-o ou use outra forma.',
};
