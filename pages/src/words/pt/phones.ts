import type { PhoneWords } from '../en/phones.ts';

export const phones: PhoneWords = {
  'identify.email-or-phone': 'E-mail ou número de celular',
  'identify.work-name-or-phone': 'E-mail do trabalho, nome de usuário ou celular',
  'identify.sign-up-lead-phone': 'Digite seu e-mail ou número de celular. Um código enviado para lá mostra que é seu.',
  'sms-code.title': 'Olhe seu celular',
  'sms-code.lead': 'Se este número puder ser usado aqui, um SMS com um código está a caminho. Ele vale por '
    + '{minutes, plural, one {# minuto} other {# minutos}}.',
  'sms-code.label': 'Código do SMS',
  'sms-code.again': 'Enviar um novo código',
  'sms-code.hint': 'Um SMS pode levar um minuto. Sem sinal, ou com número novo? Use outra forma.',
  'sms-code.restricted': 'Quem se apossa de um número pode ler seus SMS. Uma chave de acesso é mais segura, onde você puder '
    + 'usar uma.',
  'sms-code.other-way': 'Usar outra forma',
  'create-account.lead-phone': 'Seu número de celular está confirmado.',
  'choose-method.sms-code': 'Código por SMS',
  'account.kind.sms-code': 'Código por SMS',
  'verify-phone.title': 'Adicione um número de celular',
  'verify-phone.lead': 'Com um código por SMS, você volta a entrar mesmo quando não puder mais ler seu e-mail.',
  'verify-phone.number': 'Número de celular',
  'verify-phone.hint': 'Ele passa a valer quando você digitar o código que enviamos para lá. Serve para códigos e para '
    + 'avisos sobre sua conta.',
  'notice.phone.invalid': 'Isto não é um número de celular. Escreva com o país, por exemplo +55 11 91234-5678.',
  'notice.phone.taken': 'Este número pertence a outra conta. Use outro.',
  'notice.phone.known': 'Sua conta já tem este número.',
  'notice.phone.not-here': 'Daqui não são enviados SMS para esse país. Use outro número ou outra forma.',
  'notice.sms.wait': 'Por enquanto não podem ser enviados mais SMS. Use outra forma ou tente mais tarde.',
  'text.code': '{code} é seu código para {brand}. Ele vale por {minutes, plural, one {# minuto} other {# minutos}}. '
    + 'Não o diga a ninguém.',
  'text.code-contact': '{code} é o código que adiciona este número à sua conta em {brand}. Ele vale por '
    + '{minutes, plural, one {# minuto} other {# minutos}}. Não o diga a ninguém.',
  'mail.changed.phone-added.subject': 'Um número de celular foi adicionado à sua conta em {brand}',
  'mail.changed.phone-added.intro': 'Um número de celular foi adicionado à sua conta. A partir de agora, códigos para entrar podem ser '
    + 'enviados para ele.',
  'mail.changed.phone-removed.subject': 'Um número de celular foi removido da sua conta em {brand}',
  'mail.changed.phone-removed.intro': 'Um número de celular foi removido da sua conta. Nenhum código vai mais para '
    + 'ele.',
  'mail.changed.email-removed.subject': 'Um endereço de e-mail foi removido da sua conta em {brand}',
  'mail.changed.email-removed.intro': 'Um endereço de e-mail foi removido da sua conta. Nenhum código vai mais para '
    + 'ele.',
  'account.reach': 'Como chegamos a você',
  'account.reach.text': 'Para cá vão os códigos e os avisos sobre sua conta.',
  'account.reach.way': 'Endereços e números',
  'account.reach.last': 'O último fica',
  'account.reach.add-email': 'Adicionar um endereço de e-mail',
  'account.reach.add-phone': 'Adicionar um número de celular',
  'account.news.place-removed': 'Foi removido, e todos os seus outros endereços foram avisados.',
  'account.news.place-last': 'Este fica: sem ele, nada chegaria a você.',
};
