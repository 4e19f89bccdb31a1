import type { MethodWords } from '../en/methods.ts';

export const methods: MethodWords = {
  'proof-of-work.title': 'Um momento',
  'proof-of-work.lead': 'Seu dispositivo faz uma pequena conta, para que ninguém possa vir aqui milhares de vezes. Você não precisa fazer nada.',
  'proof-of-work.wait': 'Sem JavaScript, espere {seconds, plural, one {# segundo} other {# segundos}} e escolha “Continuar”.',
  'enrol-passkey.title': 'Entre sem senha',
  'enrol-passkey.title-required': 'Configure uma chave de acesso',
  'enrol-passkey.new-account': 'Crie uma chave de acesso: da próxima vez, bastam o rosto, a impressão digital ou o '
    + 'bloqueio de tela.',
  'enrol-passkey.faster-next-time': 'Com uma chave de acesso, da próxima vez bastam o rosto, a impressão digital ou o '
    + 'bloqueio de tela.',
  'enrol-passkey.required': 'Para isto é preciso uma forma de entrar protegida contra phishing. Uma chave de acesso '
    + 'fica pronta em poucos segundos.',
  'enrol-passkey.replaces-lost': 'Você recuperou o acesso. Crie uma chave de acesso neste dispositivo para entrar a '
    + 'partir de agora. Todas as sessões que estavam abertas na sua conta são encerradas.',
  'enrol-passkey.point-quick': 'Nada para lembrar, nada para digitar',
  'enrol-passkey.point-safe': 'Só funciona aqui, portanto não pode ser entregue a uma página falsa',
  'enrol-passkey.point-private': 'O rosto e a impressão digital nunca saem do seu dispositivo',
  'enrol-passkey.submit': 'Criar uma chave de acesso',
  'enrol-passkey.skip': 'Agora não',
  'enrol-passkey.exists': 'Este dispositivo já tem uma chave de acesso para esta conta.',
  'enrol-passkey.cancelled': 'Nenhuma chave de acesso foi criada. Tente de novo ou escolha outra forma.',
  'choose-method.title': 'Como você quer continuar?',
  'choose-method.lead': 'Escolha o que tem à mão.',
  'choose-method.passkey': 'Chave de acesso',
  'choose-method.totp': 'Código do app',
  'choose-method.password': 'Senha',
  'choose-method.email-code': 'Código por e-mail',
  'choose-method.recovery-code': 'Código de recuperação',
  'choose-method.none': 'Nenhuma destas',
  'choose-method.back': 'Voltar',
  'verify-contact.title': 'Adicione um endereço de e-mail',
  'verify-contact.lead': 'Com um segundo endereço, você volta a entrar mesmo quando não puder mais ler o primeiro.',
  'verify-contact.address': 'Endereço de e-mail',
  'verify-contact.hint': 'Ele passa a valer quando você digitar o código que enviamos para lá.',
  'verify-contact.sent': 'Um código está a caminho. Ele vale por {minutes, plural, one {# minuto} other {# minutos}}.',
  'verify-contact.skip': 'Agora não',
  'notice.email.taken': 'Este endereço pertence a outra conta. Use outro.',
  'notice.email.known': 'Sua conta já tem este endereço.',
  'mail.code.intro-contact': 'Use este código para adicionar este endereço à sua conta em {brand}:',
  'mail.changed.email-added.subject': 'Um endereço de e-mail foi adicionado à sua conta em {brand}',
  'mail.changed.email-added.intro': 'Um endereço de e-mail foi adicionado à sua conta. A partir de agora, códigos para '
    + 'entrar podem ser enviados para ele.',
};
