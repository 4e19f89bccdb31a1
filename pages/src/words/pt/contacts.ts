import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'Peça ajuda a alguém de confiança',
  'contact.offer.text': 'Você indicou pessoas que podem dizer que é você. Elas recebem um e-mail, e você diz a elas '
    + 'um número. Depois de um sim, leva {hours, plural, one {# hora} other {# horas}}, e nesse tempo é possível '
    + 'interromper a partir de qualquer endereço desta conta.',
  'contact.submit': 'Pedir a elas',
  'contact.other-way': 'Não consigo falar com elas',
  'contact.asked.title': 'Ligue para a pessoa de confiança',
  'contact.asked.text': 'Ela tem um e-mail de {brand}. Ligue para ela ou encontre-a e diga este número. Não o '
    + 'escreva. Você pode fechar esta página; ao voltar, ela mostra o número de novo.',
  'contact.number': 'O número para ela',
  'trusted-contact.somebody': 'alguém',
  'trusted-contact.accept': 'Sim, aceito',
  'trusted-contact.decline': 'Não, prefiro ficar de fora',
  'trusted-contact.confirm': 'É mesmo a pessoa',
  'trusted-contact.stop': 'Não é a pessoa',
  'trusted-contact.number': 'O número que a pessoa disser a você',
  'trusted-contact.hint': 'Fale com a pessoa, por telefone ou pessoalmente, e reconheça a voz. Não aceite o número por '
    + 'mensagem.',
  'trusted-contact.ask.title': 'Ser contato de confiança?',
  'trusted-contact.ask.text': '{owner} pergunta se você confirmaria, um dia, que é mesmo quem perdeu o acesso à '
    + 'própria conta em {brand}. Você não recebe acesso à conta e não vê nada dela.',
  'trusted-contact.accepted.title': 'Você é contato de confiança',
  'trusted-contact.accepted.text': 'Se {owner} algum dia perder o acesso à própria conta em {brand}, você recebe um '
    + 'e-mail. Você pode sair a qualquer momento.',
  'trusted-contact.declined.title': 'Você não é contato de confiança',
  'trusted-contact.declined.text': 'Você não recebe mais e-mails sobre a conta de {owner} em {brand}.',
  'trusted-contact.confirm.title': 'É mesmo a pessoa?',
  'trusted-contact.confirm.text': 'Alguém diz ser {owner} e quer recuperar o acesso a uma conta em {brand}, a partir '
    + 'de: {device}. Se for mesmo {owner}, poderá criar uma nova forma de entrar depois de uma espera. Você não '
    + 'recebe acesso.',
  'trusted-contact.confirmed.title': 'Pronto, agradecemos a ajuda',
  'trusted-contact.confirmed.text': '{owner} pode continuar depois de uma espera, durante a qual avisamos todos os '
    + 'endereços da conta.',
  'trusted-contact.stopped.title': 'O pedido foi interrompido',
  'trusted-contact.stopped.text': 'Ninguém entra assim na conta de {owner} em {brand}. Conte a {owner} o que '
    + 'aconteceu.',
  'trusted-contact.ended.title': 'Não há mais nada a fazer',
  'trusted-contact.ended.text': 'Isto já foi resolvido ou foi interrompido por {owner}.',
  'mail.contact.be.subject': '{owner} pede que você seja contato de confiança em {brand}',
  'mail.contact.be.intro': '{owner} pergunta se você confirmaria, um dia, que é mesmo quem perdeu o acesso à própria '
    + 'conta em {brand}. Você não recebe acesso à conta.',
  'mail.contact.be.action': 'Dizer sim ou não',
  'mail.contact.confirm.subject': 'É mesmo {owner} quem quer recuperar o acesso à própria conta em {brand}?',
  'mail.contact.confirm.intro': 'Alguém diz ser {owner} e quer recuperar o acesso a uma conta em {brand}. Fale com '
    + '{owner} antes de fazer qualquer coisa; nessa conversa, você recebe um número.',
  'mail.contact.confirm.action': 'Ver o pedido',
  'mail.contact.nothing': 'Se você não fizer nada, nada acontece.',
  'mail.changed.contact-added.subject': 'Um contato de confiança foi indicado para sua conta em {brand}',
  'mail.changed.contact-added.intro': 'Alguém com sessão aberta na sua conta indicou uma pessoa que pode dizer que é '
    + 'você, caso perca o acesso.',
  'mail.changed.contact-removed.subject': 'Um contato de confiança foi removido da sua conta em {brand}',
  'mail.changed.contact-removed.intro': 'Alguém com sessão aberta na sua conta removeu uma pessoa que podia dizer que é '
    + 'você, caso perca o acesso.',
  'account.contacts': 'Contatos de confiança',
  'account.contacts.text': 'Indique até duas pessoas que possam dizer que é você, caso perca o acesso. Elas não '
    + 'recebem acesso.',
  'account.contacts.way': 'Contatos de confiança',
  'account.contacts.address': 'Endereço de e-mail da pessoa',
  'account.contacts.add': 'Perguntar por e-mail',
  'account.contacts.asked': 'Ainda não respondeu',
  'account.contacts.accepted': 'Disse sim',
  'account.news.contact-asked': 'Perguntamos à pessoa por e-mail.',
  'account.news.contact-removed': 'A pessoa não é mais contato de confiança.',
  'account.news.contact-refused': 'Esse endereço não pode ser contato: indique no máximo duas outras pessoas, cada '
    + 'uma uma só vez.',
};
